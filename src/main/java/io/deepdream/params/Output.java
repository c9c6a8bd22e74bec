package io.deepdream.params;

/** Where a result goes. */
public enum Output {

	/** A new image. */
	NEW,

	/** The input image itself. */
	IN_PLACE
}
