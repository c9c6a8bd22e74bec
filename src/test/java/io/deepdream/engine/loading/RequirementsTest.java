package io.deepdream.engine.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;

/** Computers that cannot load TensorFlow are told so, and what to do, before it is tried. */
class RequirementsTest {

	private static Machine machine(final String os, final String arch, final boolean translated, final Boolean avx) {
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

	private static void assertTold(final Machine machine, final String why, final String whatToDo) {
		final String sentence = assertThrows(DreamException.class, () -> Requirements.check(machine)).getMessage();
		assertTrue(sentence.contains(why) && sentence.contains(whatToDo), sentence);
	}

	@Test
	void theFourPlatforms() {
		assertEquals("linux64", Requirements.check(machine("Linux", "amd64", false, true)).folder());
		assertEquals("linux-arm64", Requirements.check(machine("Linux", "aarch64", false, null)).folder());
		assertEquals("macos-arm64", Requirements.check(machine("Mac OS X", "aarch64", false, null)).folder());
		assertEquals("win64", Requirements.check(machine("Windows 11", "amd64", false, true)).folder());
	}

	@Test
	void noAvx() {
		assertTold(machine("Linux", "amd64", false, false), "AVX", "virtual machine");
		assertTold(machine("Windows 10", "amd64", false, false), "AVX", "use a computer");
		// another maker's Java does not tell: then it is tried
		assertEquals("linux64", Requirements.check(machine("Linux", "amd64", false, null)).folder());
	}

	@Test
	void intelMac() {
		assertTold(machine("Mac OS X", "x86_64", false, true), "Intel processor", "use a Mac with Apple silicon");
	}

	@Test
	void intelJavaOnAppleSilicon() {
		assertTold(machine("Mac OS X", "x86_64", true, true), "Java for Intel", "install Fiji or Java for Apple silicon");
	}

	@Test
	void otherSystems() {
		assertTold(machine("Windows 10", "x86", false, true), "64-bit", "install the 64-bit version");
		assertTold(machine("Windows 11", "aarch64", false, null), "Windows 11 with a Java for aarch64", "Windows on x86_64");
		assertTold(machine("FreeBSD", "amd64", false, true), "FreeBSD", "Linux on x86_64");
	}

	private static String refusal(final String os, final Boolean amx) {
		return assertThrows(DreamException.class, () -> Requirements.checkBfloat16(machine(os, "amd64", false, true, amx)))
			.getMessage();
	}

	@Test
	void bfloat16OnlyWhereItPays() {
		Requirements.checkBfloat16(machine("Linux", "amd64", false, true, true));
		for (final String sentence : List.of(refusal("Linux", false), refusal("Windows 11", null)))
			assertTrue(sentence.contains("AMX") && sentence.endsWith("choose precision=exact."), sentence);
		assertTrue(refusal("Windows 11", null).contains("nothing but Linux tells"));
	}

	@Test
	void thisMachineIsOneOfThem() {
		final Machine machine = new ThisMachine();
		// the other tests load TensorFlow
		Requirements.check(machine);
		assertTrue(machine.processor().contains("threads"), machine.processor());
	}
}
