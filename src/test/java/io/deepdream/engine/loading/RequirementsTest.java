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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;

/** On computers that cannot load TensorFlow, an error states the reason and a remedy before TensorFlow is loaded. */
class RequirementsTest {

	static Machine machine(final String os, final String arch, final boolean translated, final Boolean avx) {
		return machine(os, arch, translated, avx, null);
	}

	private static Machine machine(final String os, final String arch, final boolean translated, final Boolean avx,
		final Boolean amx)
	{
		return new Machine() {

			@Override
			public String os() {
				return os;
			}

			@Override
			public String arch() {
				return arch;
			}

			@Override
			public boolean isTranslated() {
				return translated;
			}

			@Override
			public Optional<Boolean> hasAvx() {
				return Optional.ofNullable(avx);
			}

			@Override
			public Optional<Boolean> hasAvx2() {
				return Optional.empty();
			}

			@Override
			public Optional<Boolean> hasAmxBfloat16() {
				return Optional.ofNullable(amx);
			}

			@Override
			public String processor() {
				return "";
			}
		};
	}

	private static void assertRefused(final Machine machine, final String reason, final String remedy) {
		final String message = assertThrows(DreamException.class, () -> Requirements.check(machine)).getMessage();
		assertTrue(message.contains(reason) && message.contains(remedy), message);
	}

	@Test
	void supportedPlatforms() {
		assertEquals("linux64", Requirements.check(machine("Linux", "amd64", false, true)).folder());
		assertEquals("linux-arm64", Requirements.check(machine("Linux", "aarch64", false, null)).folder());
		assertEquals("macos-arm64", Requirements.check(machine("Mac OS X", "aarch64", false, null)).folder());
		assertEquals("win64", Requirements.check(machine("Windows 11", "amd64", false, true)).folder());
	}

	@Test
	void noAvx() {
		assertRefused(machine("Linux", "amd64", false, false), "AVX", "virtual machine");
		assertRefused(machine("Windows 10", "amd64", false, false), "AVX", "use a computer");
		// other Java implementations do not report AVX; TensorFlow is loaded then
		assertEquals("linux64", Requirements.check(machine("Linux", "amd64", false, null)).folder());
	}

	@Test
	void intelMac() {
		assertRefused(machine("Mac OS X", "x86_64", false, true), "Intel processor", "use a Mac with Apple silicon");
	}

	@Test
	void intelJavaOnAppleSilicon() {
		assertRefused(machine("Mac OS X", "x86_64", true, true), "Java for Intel", "install Fiji or Java for Apple silicon");
	}

	@Test
	void otherSystems() {
		assertRefused(machine("Windows 10", "x86", false, true), "64-bit", "install the 64-bit version");
		assertRefused(machine("Windows 11", "aarch64", false, null), "Windows 11 with a Java for aarch64", "Windows on x86_64");
		assertRefused(machine("FreeBSD", "amd64", false, true), "FreeBSD", "Linux on x86_64");
	}

	private static String refusal(final String os, final Boolean amx) {
		return assertThrows(DreamException.class, () -> Requirements.checkBfloat16(machine(os, "amd64", false, true, amx)))
			.getMessage();
	}

	@Test
	void bfloat16RequiresMatrixInstructions() {
		Requirements.checkBfloat16(machine("Linux", "amd64", false, true, true));
		for (final String message : List.of(refusal("Linux", false), refusal("Windows 11", null)))
			assertTrue(message.contains("AMX") && message.endsWith("choose precision=exact."), message);
		assertTrue(refusal("Windows 11", null).contains("can detect only on Linux"));
	}

	@Test
	void thisMachineIsSupported() {
		final Machine machine = new ThisMachine();
		// other tests load TensorFlow on this machine
		Requirements.check(machine);
		assertTrue(machine.processor().contains("threads"), machine.processor());
	}
}
