package io.deepdream.engine;

import java.nio.file.Path;

import io.deepdream.model.ModelSpec;

/** Creates engines; {@link Engines} finds the implementation by {@link java.util.ServiceLoader}. */
public interface GradientEngineFactory {

	/**
	 * Loads the native library.
	 *
	 * @param cache folder into which it is unpacked
	 * @throws LinkageError if it cannot be loaded
	 */
	void load(Path cache);

	/**
	 * Opens a network. To be closed by the caller.
	 *
	 * @throws io.deepdream.params.DreamException if the file is not a usable graph
	 */
	GradientEngine open(ModelSpec spec);

	/**
	 * Freezes a SavedModel.
	 *
	 * @param folder contains saved_model.pb
	 * @return the frozen GraphDef, serialized
	 * @throws io.deepdream.params.DreamException if the SavedModel cannot be frozen
	 */
	byte[] freeze(Path folder);
}
