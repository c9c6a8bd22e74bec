package io.deepdream.engine.tensorflow;

import org.bytedeco.javacpp.Pointer;
import org.tensorflow.TensorFlow;

/** Loads TensorFlow's native library once, and keeps the first failure: later ones hide the cause. */
final class NativeLibrary {

	private static final String LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

	private static LinkageError failure;

	private NativeLibrary() {}

	/** @throws LinkageError with the first cause, however often it is called */
	static synchronized void load() {
		if (failure != null) throw failure;
		try {
			liftPhysicalLimit();
			TensorFlow.version();
		}
		catch (final LinkageError exc) {
			failure = exc;
			throw exc;
		}
	}

	/**
	 * JavaCPP refuses to allocate once the whole process exceeds twice the heap's
	 * maximum. TensorFlow's memory does not depend on the heap, so that a small
	 * -Xmx would end a dream for no reason.
	 */
	private static void liftPhysicalLimit() {
		if (System.getProperty(LIMIT) != null) return;
		System.setProperty(LIMIT, "0");
		try {
			// reads the property while its class is initialised
			Pointer.maxPhysicalBytes();
		}
		finally {
			System.clearProperty(LIMIT);
		}
	}
}
