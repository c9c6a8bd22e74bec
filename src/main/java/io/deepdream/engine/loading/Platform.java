/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.deepdream.engine.loading;

import java.util.Locale;
import java.util.Optional;

/** Platforms with a native TensorFlow library, with their names in ImageJ and in TensorFlow. */
public enum Platform {

	LINUX_X86_64("linux64", "linux-x86_64", "Linux on x86_64"),
	LINUX_ARM64("linux-arm64", "linux-arm64", "Linux on arm64"),
	MACOS_ARM64("macos-arm64", "macosx-arm64", "macOS on Apple silicon"),
	WINDOWS_X86_64("win64", "windows-x86_64", "Windows on x86_64");

	private final String folder;
	private final String classifier;
	private final String description;

	Platform(final String folder, final String classifier, final String description) {
		this.folder = folder;
		this.classifier = classifier;
		this.description = description;
	}

	/** ImageJ's name of the platform, which is also the name of its folder in lib. */
	public String folder() {
		return folder;
	}

	/** TensorFlow's name of the platform, the suffix of its native jar's name. */
	public String classifier() {
		return classifier;
	}

	/** Name of the platform for messages. */
	public String description() {
		return description;
	}

	/** @return the platform of a computer; empty if it has no native TensorFlow library */
	public static Optional<Platform> of(final Machine machine) {
		final boolean x86 = machine.isX86();
		final boolean arm = machine.arch().equals("aarch64") || machine.arch().equals("arm64");
		final String os = machine.os().toLowerCase(Locale.ROOT);
		if (os.startsWith("linux")) return x86 ? Optional.of(LINUX_X86_64) : arm ? Optional.of(LINUX_ARM64) : Optional
			.empty();
		if (os.startsWith("mac")) return arm ? Optional.of(MACOS_ARM64) : Optional.empty();
		return os.startsWith("windows") && x86 ? Optional.of(WINDOWS_X86_64) : Optional.empty();
	}
}
