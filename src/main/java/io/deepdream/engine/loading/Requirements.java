package io.deepdream.engine.loading;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.deepdream.params.DreamException;

/** Whether TensorFlow can run on a computer: where it cannot, loading it may end the whole process without a word. */
public final class Requirements {

	private Requirements() {}

	/**
	 * @return the platform whose native library is the right one
	 * @throws DreamException if there is none, with what to do instead
	 */
	public static Platform check(final Machine machine) {
		final Platform platform = Platform.of(machine).orElseThrow(() -> new DreamException(reason(machine)));
		if (machine.isX86() && !machine.hasAvx().orElse(true)) throw new DreamException(
			"TensorFlow needs a processor with AVX, which this one has not, and would end ImageJ: use a computer made after " +
				"about 2012, or, in a virtual machine, let it see the host's own processor.");
		return platform;
	}

	/**
	 * Whether bfloat16 pays on a computer. TensorFlow computes with it anywhere, but
	 * without matrix instructions for it slower than with float32 (docs/speed.md).
	 *
	 * @throws DreamException if it does not, or if nothing tells
	 */
	public static void checkBfloat16(final Machine machine) {
		final String needs = "precision=fast is fast only on a processor that multiplies matrices of bfloat16 (AMX: Intel " +
			"Xeon since 2023), ";
		final boolean has = machine.hasAmxBfloat16().orElseThrow(() -> new DreamException(needs +
			"and nothing but Linux tells whether this one does: choose precision=exact."));
		if (!has) throw new DreamException(needs + "which this one does not: choose precision=exact.");
	}

	private static String reason(final Machine machine) {
		final boolean mac = machine.os().startsWith("Mac");
		if (mac && machine.isTranslated()) return "This ImageJ runs on a Java for Intel processors, but the Mac has Apple " +
			"silicon, for which alone there is a TensorFlow: install Fiji or Java for Apple silicon (arm64).";
		if (mac && machine.isX86()) return "There is no TensorFlow for Macs with an Intel processor any more: use a Mac " +
			"with Apple silicon, or a computer with Linux or Windows.";
		if (Arrays.asList("x86", "i386", "i586", "i686", "arm").contains(machine.arch())) return "TensorFlow needs a 64-bit " +
			"Java, but ImageJ runs on a 32-bit one: install the 64-bit version of Fiji or of ImageJ.";
		return "There is no TensorFlow for " + machine.os() + " with a Java for " + machine.arch() + ": use " + Arrays.stream(
			Platform.values()).map(Platform::description).collect(Collectors.joining(", or ")) + ".";
	}
}
