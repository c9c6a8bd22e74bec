package io.deepdream.engine.tensorflow.graph;

/** Excerpts of TensorFlow's error messages, which go on with a stack trace of C++. */
public final class Messages {

	private Messages() {}

	public static String firstLine(final Throwable exc) {
		return String.valueOf(exc.getMessage()).split("\n", 2)[0];
	}
}
