package io.deepdream.params;

import java.util.Locale;

/** The number format of a gradient's computation. */
public enum Precision {

	/** float32 */
	EXACT,

	/**
	 * Convolutions and the operations between them in bfloat16, which has float32's range
	 * and 8 of its 24 bits of precision: fast on processors with bfloat16 matrix units.
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
