package io.deepdream.engine;

/**
 * Several pictures in one run, each climbing channels of its own of one layer.
 * Not thread-safe.
 *
 * <pre>
 * try (ChannelGradients channels = engine.compileChannels("mixed4c")) {
 *   double[] scores = channels.evaluate(pictures, n, 224, 224, weights, gradients);
 * }
 * </pre>
 */
public interface ChannelGradients extends AutoCloseable {

	/**
	 * Each picture's objective is the mean, over the layer's positions, of the
	 * weighted sum of its channels.
	 *
	 * @param pixels n pictures one after another, each RGB 0..255, channel fastest,
	 *          then x, then y
	 * @param weights n rows of one weight for each channel of the layer
	 * @param gradient receives every objective's derivative by its own picture, in
	 *          the same order as the pixels
	 * @return the n objectives
	 */
	double[] evaluate(float[] pixels, int n, int width, int height, float[] weights, float[] gradient);

	@Override
	void close();
}
