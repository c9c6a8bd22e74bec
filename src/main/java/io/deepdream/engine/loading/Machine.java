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

import java.util.Optional;

/** Properties of a computer that are checked before a native library is loaded. Tests provide their own. */
public interface Machine {

	/** As {@code os.name}. */
	String os();

	/** As {@code os.arch}: the architecture of the Java runtime, which can differ from the processor's. */
	String arch();

	/** Whether Java is a build for Intel processors that runs on Apple silicon. */
	boolean isTranslated();

	/** Whether an x86 processor has AVX; empty if unknown. */
	Optional<Boolean> hasAvx();

	/** Whether an x86 processor has AVX2; empty if it is unknown. */
	Optional<Boolean> hasAvx2();

	/** Whether the processor has instructions for products of bfloat16 matrices (AMX); empty if unknown. */
	Optional<Boolean> hasAmxBfloat16();

	/** Name and features of the processor, for bug reports. */
	String processor();

	/** Whether Java is a build for 64-bit Intel and AMD processors. */
	default boolean isX86() {
		return arch().equals("amd64") || arch().equals("x86_64");
	}
}
