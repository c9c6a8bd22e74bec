package io.deepdream.engine.loading;

import java.util.Optional;

/** What must be known of a computer before a native library is loaded on it. Tests have their own. */
public interface Machine {

	/** As {@code os.name}. */
	String os();

	/** As {@code os.arch}: of the running Java, which is not always the processor's. */
	String arch();

	/** Whether this is an Intel Java on Apple silicon. */
	boolean isTranslated();

	/** Whether an x86 processor has AVX; empty if nothing tells. */
	Optional<Boolean> hasAvx();

	/** Whether an x86 processor has AVX2; empty if it is unknown. */
	Optional<Boolean> hasAvx2();

	/**
	 * Whether the processor multiplies matrices of bfloat16 (AMX); empty if nothing
	 * tells.
	 */
	Optional<Boolean> hasAmxBfloat16();

	/** The processor and its features, for a report. */
	String processor();

	/** Whether Java was made for 64-bit Intel and AMD processors. */
	default boolean isX86() {
		return arch().equals("amd64") || arch().equals("x86_64");
	}
}
