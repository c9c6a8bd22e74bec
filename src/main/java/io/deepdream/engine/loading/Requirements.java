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

import java.util.Arrays;
import java.util.stream.Collectors;

import io.deepdream.params.DreamException;

/**
 * Checks whether TensorFlow can run on a computer. Where it cannot, loading it may
 * crash the process without a message.
 */
public final class Requirements {

	private Requirements() {}

	/**
	 * @return the platform of the native library to load
	 * @throws DreamException if TensorFlow cannot run on the computer, with the reason and
	 *          a remedy
	 */
	public static Platform check(final Machine machine) {
		final Platform platform = Platform.of(machine).orElseThrow(() -> new DreamException(reason(machine)));
		if (machine.isX86() && !machine.hasAvx().orElse(true)) throw new DreamException(
			"TensorFlow requires AVX instructions, which this processor lacks, and would crash ImageJ: use a computer made after " +
				"about 2012, or configure a virtual machine to expose the processor of its host.");
		return platform;
	}

	/**
	 * Checks whether bfloat16 is fast on a computer. TensorFlow supports it everywhere,
	 * but without matrix instructions for it, it is slower than float32 (docs/speed.md).
	 *
	 * @throws DreamException if it is not, or if that is unknown
	 */
	public static void checkBfloat16(final Machine machine) {
		final String requirement = "precision=fast is faster only on a processor with bfloat16 matrix instructions (AMX: Intel " +
			"Xeon since 2023), ";
		final boolean has = machine.hasAmxBfloat16().orElseThrow(() -> new DreamException(requirement +
			"which DeepDream can detect only on Linux: choose precision=exact."));
		if (!has) throw new DreamException(requirement + "which this processor lacks: choose precision=exact.");
	}

	private static String reason(final Machine machine) {
		final boolean mac = machine.os().startsWith("Mac");
		if (mac && machine.isTranslated()) return "ImageJ runs on a Java for Intel processors, but on a Mac " +
			"TensorFlow requires a Java for Apple silicon: install Fiji or Java for Apple silicon (arm64).";
		if (mac && machine.isX86()) return "TensorFlow no longer supports Macs with an Intel processor: use a Mac " +
			"with Apple silicon, or a computer with Linux or Windows.";
		if (Arrays.asList("x86", "i386", "i586", "i686", "arm").contains(machine.arch())) return "TensorFlow requires a " +
			"64-bit Java, but ImageJ runs on a 32-bit Java: install the 64-bit version of Fiji or ImageJ.";
		return "TensorFlow is not available for " + machine.os() + " with a Java for " + machine.arch() + ": use " + Arrays.stream(
			Platform.values()).map(Platform::description).collect(Collectors.joining(", or ")) + ".";
	}
}
