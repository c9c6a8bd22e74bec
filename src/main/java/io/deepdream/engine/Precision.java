package io.deepdream.engine;

import java.util.Locale;

/** The numbers that a gradient is computed with. */
public enum Precision {

	/** float32 */
	EXACT,

	/**
	 * Convolutions and what lies between them in bfloat16, which has float32's range
	 * and 8 bits of its 24: quick on processors that multiply matrices of it.
	 */
	FAST;

	/** @param word a name in any case */
	public static Precision of(final String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}

	/** As parameters write it. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
