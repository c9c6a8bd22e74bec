package io.deepdream.params;

/** The image type of a result. */
public enum ResultType {

	/** As displayed. */
	RGB,

	/** The input's bit depth, display range and lookup table. */
	SAME
}
