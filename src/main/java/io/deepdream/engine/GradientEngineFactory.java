package io.deepdream.engine;

import io.deepdream.model.ModelSpec;

/** How {@link Engines} finds an implementation, by {@link java.util.ServiceLoader}. */
public interface GradientEngineFactory {

	/**
	 * @throws io.deepdream.DreamException if the file is no graph that can be used
	 */
	GradientEngine open(ModelSpec spec);
}
