package io.deepdream.engine.tensorflow.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.TensorFlow;

import io.deepdream.engine.tensorflow.rewrite.ConvolutionKernels;
import io.deepdream.engine.loading.TensorFlowEnvironment;
import io.deepdream.engine.loading.ThisMachine;

/** Loads TensorFlow's native library. */
final class NativeLibrary {

	private static final String LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";
	private static final String CACHE = "org.bytedeco.javacpp.cachedir";

	private NativeLibrary() {}

	/** @throws LinkageError if it cannot be loaded; only the first error has the cause */
	static void load(final Path cache) {
		final Map<String, String> variables = TensorFlowEnvironment.additions(new ThisMachine(), System.getenv(), System
			.getProperty(TensorFlowEnvironment.LOG_PROPERTY));
		// takes as long as the start of JavaCPP, which the other thread does
		final CompletableFuture<Boolean> canSet = CompletableFuture.supplyAsync(ProcessEnvironment::isAvailable);
		chooseCache(cache);
		liftPhysicalLimit();
		if (canSet.join()) ProcessEnvironment.with(variables, NativeLibrary::start);
		else start();
	}

	/** Some variables are read while the library is loaded, others by its first session. */
	private static void start() {
		TensorFlow.version();
		ConvolutionKernels.current();
	}

	private static void chooseCache(final Path cache) {
		withProperty(CACHE, cache.toString(), () -> {
			try {
				// reads the property once and keeps it
				Loader.getCacheDir();
			}
			catch (final IOException exc) {
				throw new UncheckedIOException(exc);
			}
		});
	}

	/**
	 * JavaCPP refuses to allocate once the whole process exceeds twice the heap's
	 * maximum. TensorFlow's memory does not depend on the heap, so that a small
	 * -Xmx would end a dream for no reason.
	 */
	private static void liftPhysicalLimit() {
		// reads the property while its class is initialised
		if (System.getProperty(LIMIT) == null) withProperty(LIMIT, "0", Pointer::maxPhysicalBytes);
	}

	/** The property is another plugin's too: it has its value only for as long as our own JavaCPP reads it. */
	private static void withProperty(final String key, final String value, final Runnable work) {
		final String before = System.getProperty(key);
		System.setProperty(key, value);
		try {
			work.run();
		}
		finally {
			if (before == null) System.clearProperty(key);
			else System.setProperty(key, before);
		}
	}
}
