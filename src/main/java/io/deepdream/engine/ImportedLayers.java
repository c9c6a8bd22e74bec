package io.deepdream.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.deepdream.params.DreamException;

/**
 * Derives the properties of an imported network from its layers: whether it has a
 * gradient, whether it scales its input, and the default layer.
 */
public final class ImportedLayers {

	private static final int PREFERRED_STRIDE = 16;
	private static final Set<String> SCALING_OPS = Set.of("Mul", "Sub", "RealDiv", "Div", "Add", "AddV2", "BiasAdd");
	private static final Set<String> CONCATENATIONS = Set.of("ConcatV2");
	private static final Set<String> SUMS = Set.of("Add", "AddV2");
	private static final Set<String> ACTIVATION_FUNCTIONS = Set.of("Relu", "Relu6", "LeakyRelu", "Elu");

	private ImportedLayers() {}

	/** @throws DreamException if no layer has a gradient with respect to the image */
	public static void requireGradient(final String network, final List<LayerInfo> layersWithGradient) {
		if (layersWithGradient.isEmpty()) throw new DreamException("The network " + network +
			" cannot be used: none of its layers has a gradient with respect to the image.");
	}

	/** Whether the network scales its input itself, by arithmetic on its three channels before the first convolution. */
	public static boolean scalesInput(final List<LayerInfo> layers) {
		for (final LayerInfo layer : layers) {
			if (layer.op().contains("Conv")) return false;
			if (layer.channels() == 3 && layer.stride() == 1 && SCALING_OPS.contains(layer.op())) return true;
		}
		return false;
	}

	/**
	 * The middle one of the blocks whose stride is closest to 16, such as Inception's
	 * mixed4c.
	 *
	 * @param layers at least one
	 */
	public static LayerInfo defaultLayer(final List<LayerInfo> layers) {
		int stride = layers.get(0).stride();
		for (final LayerInfo layer : layers)
			if (Math.abs(layer.stride() - PREFERRED_STRIDE) < Math.abs(stride - PREFERRED_STRIDE)) stride = layer.stride();
		final int nearest = stride;
		for (final Set<String> ops : List.of(CONCATENATIONS, SUMS, ACTIVATION_FUNCTIONS)) {
			final List<LayerInfo> blocks = filter(layers, layer -> layer.stride() == nearest && ops.contains(layer.op()));
			if (!blocks.isEmpty()) return blocks.get(blocks.size() / 2);
		}
		final List<LayerInfo> any = filter(layers, layer -> layer.stride() == nearest);
		return any.get(any.size() / 2);
	}

	private static List<LayerInfo> filter(final List<LayerInfo> layers, final Predicate<LayerInfo> condition) {
		return layers.stream().filter(condition).collect(Collectors.toList());
	}
}
