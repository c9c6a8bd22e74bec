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
package io.deepdream.engine;

import java.util.List;

/**
 * Gradients of a batch of images, each with its own channel weights in one layer.
 * Not thread-safe.
 * <p>
 * With a diversity d &gt; 0, the objective is the sum of the images' scores minus
 * d * L / (n - 1) times the sum of the similarities of all pairs of images. The
 * similarity of two images is the cosine similarity of the Gram matrices of the
 * layer's channels (C. Olah, A. Mordvintsev, L. Schubert 2017), from 0 to 1. L is
 * the root mean square length of the layer's feature vectors, treated as a constant
 * in the derivative; it makes d independent of the scale of the activations.
 * </p>
 *
 * <pre>
 * try (ChannelGradients channels = engine.compileChannels("mixed4c", Term.MEAN, 0)) {
 *   double[] scores = channels.evaluate(pictures, n, 224, 224, weights, gradients);
 * }
 * </pre>
 */
public interface ChannelGradients extends AutoCloseable {

	/**
	 * The score of each image is the mean over the layer's positions of the weighted sum
	 * of its channels, or of their squares.
	 *
	 * @param pixels n images of shape [n, height, width, channels], 0..255
	 * @param n number of images
	 * @param weights [n, channels]: channel weights of each image
	 * @param gradient receives the gradient of the objective with respect to the pixels,
	 *          in their order; includes the diversity term
	 * @return the n scores, without the diversity term
	 */
	double[] evaluate(float[] pixels, int n, int width, int height, float[] weights, float[] gradient);

	/** As {@link GradientFunction#warnings()}. */
	default List<String> warnings() {
		return List.of();
	}

	@Override
	void close();
}
