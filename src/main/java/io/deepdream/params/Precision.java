package io.deepdream.params;

/** The number format of the gradient. */
public enum Precision {

	/** float32 */
	EXACT,

	/**
	 * bfloat16 in convolutions and between them: the range of float32 with 8 of its 24
	 * significant bits, fast on processors that multiply bfloat16 matrices.
	 */
	FAST;

	/** The parameter's word. */
	@Override
	public String toString() {
		return Choices.word(this);
	}
}
