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
