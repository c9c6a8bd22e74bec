package io.deepdream.engine;

import java.util.List;

import io.deepdream.params.Precision;

/**
 * A loaded network, to be closed by the caller that opened it.
 *
 * <pre>
 * try (GradientEngine engine = Engines.open(ModelCatalogue.find("compact-inception"));
 *      GradientFunction f = engine.compile(terms)) {
 *   double score = f.evaluate(pixels, width, height, regions, gradient);
 * }
 * </pre>
 */
public interface GradientEngine extends AutoCloseable {

	/** SHA-256 of the graph that was loaded, lower-case hex. */
	String sha256();

	/** Name and version of what computes. */
	String description();

	/** Lines for a bug report: loaded files, devices, failed self-checks. */
	default List<String> diagnostics() {
		return List.of();
	}

	/** The layers between the input and the end of the network, in the graph's order. */
	List<LayerInfo> layers();

	/**
	 * Those of the {@link #layers()} that have a gradient with respect to the
	 * input: the library has none of some operations. Takes the time of a compilation or
	 * more.
	 */
	default List<LayerInfo> layersWithGradient() {
		return layers();
	}

	/**
	 * The receptive fields of a layer along one axis.
	 *
	 * @param layer one of {@link #layers()}
	 * @param pixels length of the input
	 */
	ReceptiveField receptiveField(String layer, Axis axis, int pixels);

	/**
	 * Native memory that one evaluation takes for each pixel of its input: what is
	 * computed in the forward pass and kept for the backward pass. An estimate from
	 * the graph, without the {@link #fixedBytes()}.
	 */
	double bytesPerPixel(List<Term> terms);

	/** Native memory that does not depend on the input: weights, and the library's own. */
	long fixedBytes();

	/**
	 * How much of the {@link #fixedBytes()} a cached gradient without users holds: the
	 * next one reuses or frees it.
	 */
	default long heldBytes() {
		return 0;
	}

	/** As {@link #compile(List, Precision)}, exact. */
	default GradientFunction compile(final List<Term> terms) {
		return compile(terms, Precision.EXACT);
	}

	/**
	 * Builds the gradient of a sum of terms.
	 *
	 * @param precision what the result has where it passes its check on this machine;
	 *          else it says so, and is exact
	 * @throws io.deepdream.params.DreamException if a term's layer has no gradient to the input
	 */
	GradientFunction compile(List<Term> terms, Precision precision);

	/**
	 * Builds the gradients of a layer's channels, for several pictures at a time.
	 *
	 * @param objective name of what is maximised, such as {@link Term#MEAN}
	 * @param diversity weight of the similarity of the pictures, see {@link ChannelGradients}; 0 = none
	 * @throws io.deepdream.params.DreamException if the layer has no gradient to the input
	 */
	ChannelGradients compileChannels(String layer, String objective, double diversity);

	/**
	 * The activations of a layer.
	 *
	 * @param layer one of {@link #layers()}
	 * @param pixels RGB 0..255, channel fastest, then x, then y
	 * @throws io.deepdream.params.DreamException if the picture is too small for the layer
	 */
	Activations activations(String layer, float[] pixels, int width, int height);

	@Override
	void close();
}
