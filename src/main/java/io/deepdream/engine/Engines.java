package io.deepdream.engine;

import java.util.ServiceLoader;

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
		// the factory's own loader: the context loader of a script or a macro may not see this jar
		final ServiceLoader<GradientEngineFactory> found = ServiceLoader.load(GradientEngineFactory.class,
			GradientEngineFactory.class.getClassLoader());
		final GradientEngineFactory factory = found.findFirst().orElseThrow(() -> new DreamException(
			"The part of DeepDream that runs networks is missing from this installation: install DeepDream again."));
		try {
			return factory.open(spec);
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
