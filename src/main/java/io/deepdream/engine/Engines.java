package io.deepdream.engine;

import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.function.Function;

import io.deepdream.DreamException;
import io.deepdream.model.ModelSpec;

/** Opens networks without naming the library that runs them. */
public final class Engines {

	private Engines() {}

	/**
	 * @throws DreamException if the network cannot be used, or the library that
	 *           runs it cannot be loaded here
	 */
	public static GradientEngine open(final ModelSpec spec) {
		return with(factory -> factory.open(spec));
	}

	/**
	 * Makes a frozen graph of a SavedModel.
	 *
	 * @param folder the one that holds saved_model.pb
	 * @throws DreamException if there is none that can be frozen, or the library
	 *           cannot be loaded here
	 */
	public static byte[] freeze(final Path folder) {
		return with(factory -> factory.freeze(folder));
	}

	private static <T> T with(final Function<GradientEngineFactory, T> work) {
		// the factory's own loader: the context loader of a script or a macro may not see this jar
		final ServiceLoader<GradientEngineFactory> found = ServiceLoader.load(GradientEngineFactory.class,
			GradientEngineFactory.class.getClassLoader());
		final GradientEngineFactory factory = found.findFirst().orElseThrow(() -> new DreamException(
			"The part of DeepDream that runs networks is missing from this installation: install DeepDream again."));
		try {
			return work.apply(factory);
		}
		catch (final LinkageError exc) {
			Throwable root = exc;
			while (root.getCause() != null)
				root = root.getCause();
			throw new DreamException("TensorFlow could not be loaded (" + root + "): check that its native library for " +
				System.getProperty("os.name") + " " + System.getProperty("os.arch") + " is installed.", exc);
		}
	}
}
