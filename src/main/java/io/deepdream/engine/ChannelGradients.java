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
	 * @param pixels n images of shape [n, height, width, 3], RGB 0..255
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
