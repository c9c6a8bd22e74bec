/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.deepdream.engine.tensorflow.compile;

import java.nio.file.Path;

import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientEngineFactory;
import io.deepdream.engine.tensorflow.load.SavedModel;
import io.deepdream.engine.tensorflow.rewrite.ConvolutionKernels;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.model.ModelSpec;

/** Creates TensorFlow engines; registered in META-INF/services. */
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
	public byte[] freeze(final Path folder, final String signature) {
		return SavedModel.freeze(folder, signature);
	}
}
