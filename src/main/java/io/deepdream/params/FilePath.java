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
package io.deepdream.params;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * Paths from text. Java converts them to the encoding of the system's locale, which has ASCII
 * letters only in many containers and cron jobs (LANG=C); it reads others as U+FFFD there.
 */
public final class FilePath {

	/** System property of Java: the encoding of paths. */
	private static final String ENCODING = "sun.jnu.encoding";

	private FilePath() {}

	/** @throws DreamException if the text is not a path on this computer or in its locale */
	public static Path of(final String text) {
		try {
			return Paths.get(text);
		}
		catch (final InvalidPathException exc) {
			final boolean ascii = text.chars().allMatch(c -> c < 128);
			throw new DreamException(ascii ? "\"" + text + "\" is not a valid path: choose another one." : "The path \"" + text +
				"\" has letters that the system's locale, with the encoding " + System.getProperty(ENCODING) +
				", cannot represent: start the program with the environment variable LC_ALL=C.UTF-8, or another locale with UTF-8.",
				exc);
		}
	}

	/** A file name without the characters that the system's locale cannot represent, which become underscores. */
	public static String representable(final String name) {
		try {
			Paths.get(name);
			return name;
		}
		catch (final InvalidPathException exc) {
			return name.replaceAll("[^\\x20-\\x7e]+", "_");
		}
	}
}
