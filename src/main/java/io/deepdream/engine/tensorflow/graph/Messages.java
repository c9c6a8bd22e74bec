package io.deepdream.engine.tensorflow.graph;

/** Shortens TensorFlow's error messages. */
public final class Messages {

	private Messages() {}

	/** The first line of a message, without the C++ stack trace that follows. */
	public static String firstLine(final Throwable exc) {
		return String.valueOf(exc.getMessage()).split("\n", 2)[0];
	}
}
