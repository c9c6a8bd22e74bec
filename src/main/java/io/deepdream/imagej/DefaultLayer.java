package io.deepdream.imagej;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.deepdream.engine.LayerInfo;

/**
 * Which layer to dream when nobody says: the middle one among the blocks of
 * stride 16, where Inception's mixed4c stands, which everybody dreams.
 */
final class DefaultLayer {

	private static final int STRIDE = 16;
	private static final Set<String> JOINED = Set.of("ConcatV2");
	private static final Set<String> SUMS = Set.of("Add", "AddV2");
	private static final Set<String> ACTIVATIONS = Set.of("Relu", "Relu6", "LeakyRelu", "Elu");

	private DefaultLayer() {}

	/** @param layers at least one */
	static LayerInfo of(final List<LayerInfo> layers) {
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
