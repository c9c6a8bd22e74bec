package io.deepdream.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.deepdream.params.DreamException;

/** What the layers of an imported network show: whether it can dream, how it reads images, which layer to dream by default. */
public final class ImportedLayers {

	private static final int STRIDE = 16;
	private static final Set<String> SCALING = Set.of("Mul", "Sub", "RealDiv", "Div", "Add", "AddV2", "BiasAdd");
	private static final Set<String> JOINED = Set.of("ConcatV2");
	private static final Set<String> SUMS = Set.of("Add", "AddV2");
	private static final Set<String> ACTIVATIONS = Set.of("Relu", "Relu6", "LeakyRelu", "Elu");

	private ImportedLayers() {}

	/** @throws DreamException if the gradient of no layer reaches the image */
	public static void requireGradient(final String network, final List<LayerInfo> layersWithGradient) {
		if (layersWithGradient.isEmpty()) throw new DreamException("The network " + network +
			" cannot dream: no layer of it has a gradient to the image.");
	}

	/** Whether the network scales the image itself, by arithmetic on its three channels before the first convolution. */
	public static boolean scaleInput(final List<LayerInfo> layers) {
		for (final LayerInfo layer : layers) {
			if (layer.op().contains("Conv")) return false;
			if (layer.channels() == 3 && layer.stride() == 1 && SCALING.contains(layer.op())) return true;
		}
		return false;
	}

	/**
	 * The middle one among the blocks of stride 16, as Inception's mixed4c is.
	 *
	 * @param layers at least one
	 */
	public static LayerInfo defaultLayer(final List<LayerInfo> layers) {
		int stride = layers.get(0).stride();
		for (final LayerInfo layer : layers)
			if (Math.abs(layer.stride() - STRIDE) < Math.abs(stride - STRIDE)) stride = layer.stride();
		final int nearest = stride;
		for (final Set<String> ops : List.of(JOINED, SUMS, ACTIVATIONS)) {
			final List<LayerInfo> blocks = among(layers, layer -> layer.stride() == nearest && ops.contains(layer.op()));
			if (!blocks.isEmpty()) return blocks.get(blocks.size() / 2);
		}
		final List<LayerInfo> any = among(layers, layer -> layer.stride() == nearest);
		return any.get(any.size() / 2);
	}

	private static List<LayerInfo> among(final List<LayerInfo> layers, final Predicate<LayerInfo> wanted) {
		return layers.stream().filter(wanted).collect(Collectors.toList());
	}
}
