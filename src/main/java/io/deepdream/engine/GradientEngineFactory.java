package io.deepdream.engine;

import java.nio.file.Path;

import io.deepdream.model.ModelSpec;

/** How {@link Engines} finds an implementation, by {@link java.util.ServiceLoader}. */
public interface GradientEngineFactory {

	/**
	 * Loads the native library.
	 *
	 * @param cache folder to unpack it into
	 * @throws LinkageError if it cannot be loaded
	 */
	void load(Path cache);

	/**
	 * @throws io.deepdream.params.DreamException if the file is no graph that can be used
	 */
	GradientEngine open(ModelSpec spec);

	/**
	 * @param folder the one that holds saved_model.pb
	 * @return a frozen graph
	 * @throws io.deepdream.params.DreamException if there is none that can be frozen
	 */
	byte[] freeze(Path folder);
}
