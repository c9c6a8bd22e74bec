package io.deepdream.engine.tensorflow.compile;

import java.nio.file.Path;

import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientEngineFactory;
import io.deepdream.engine.tensorflow.load.SavedModel;
import io.deepdream.engine.tensorflow.rewrite.ConvolutionKernels;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.model.ModelSpec;

/** Registered in META-INF/services. */
public final class TensorFlowEngineFactory implements GradientEngineFactory {

	private PassedChecks passed = PassedChecks.none();

	@Override
	public void load(final Path cache) {
		NativeLibrary.load(cache);
		passed = new PassedChecks(cache);
	}

	@Override
	public GradientEngine open(final ModelSpec spec) {
		return new TensorFlowEngine(spec, Variant.variants(ConvolutionKernels.current()), passed);
	}

	@Override
	public byte[] freeze(final Path folder) {
		return SavedModel.freeze(folder);
	}
}
