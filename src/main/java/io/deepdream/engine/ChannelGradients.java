package io.deepdream.engine;

import java.util.List;

/**
 * Gradients of several pictures in one run, each with its own channels of one layer.
 * Not thread-safe.
 * <p>
 * With a diversity d they differ more: then the sum of their scores is
 * differentiated, less d * L times the sum of the similarities of all pairs / (n -
 * 1). The similarity of two pictures is the cosine of the Gram matrices of the
 * layer's channels (C. Olah, A. Mordvintsev, L. Schubert 2017), from 0 to 1; L is
 * the root mean square length of the layer's feature vectors, constant in the
 * derivative, so that d does not depend on how large a layer's values are.
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
	 * Each picture's objective is the mean, over the layer's positions, of the
	 * weighted sum of its channels, or of their squares.
	 *
	 * @param pixels n pictures one after another, each RGB 0..255, channel fastest,
	 *          then x, then y
	 * @param weights n rows of one weight for each channel of the layer
	 * @param gradient receives the gradient of each score with respect to its picture,
	 *          in the same order as the pixels, diversity included
	 * @return the n scores, without diversity
	 */
	double[] evaluate(float[] pixels, int n, int width, int height, float[] weights, float[] gradient);

	/** As {@link GradientFunction#warnings()}. */
	default List<String> warnings() {
		return List.of();
	}

	@Override
	void close();
}
