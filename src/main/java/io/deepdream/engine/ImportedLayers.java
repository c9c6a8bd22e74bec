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

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.deepdream.params.DreamException;

/**
 * Derives the properties of an imported network from its layers: whether it has a
 * gradient, whether it scales its input, and the default layer.
 */
public final class ImportedLayers {

	private static final int PREFERRED_STRIDE = 16;
	private static final Stride FULL_RESOLUTION = Stride.of(1);
	private static final Set<String> SCALING_OPS = Set.of("Mul", "Sub", "RealDiv", "Div", "Add", "AddV2", "BiasAdd",
		// of a network for uint8 images
		"Cast");
	private static final Set<String> CONCATENATIONS = Set.of("ConcatV2");
	private static final Set<String> SUMS = Set.of("Add", "AddV2");
	private static final Set<String> ACTIVATION_FUNCTIONS = Set.of("Relu", "Relu6", "LeakyRelu", "Elu");

	private ImportedLayers() {}

	/**
	 * @param obstacles of the engine
	 * @throws DreamException if no layer has a gradient with respect to the image
	 */
	public static void requireGradient(final String network, final List<LayerInfo> layersWithGradient,
		final Supplier<List<String>> obstacles)
	{
		if (!layersWithGradient.isEmpty()) return;
		final List<String> all = obstacles.get();
		throw new DreamException("The network " + network +
			" cannot be used: none of its layers has a gradient with respect to the image" + (all.isEmpty() ? "."
				: "; " + all.get(0) + "."));
	}

	/**
	 * Whether the network scales its input itself, by arithmetic on its channels before the
	 * first convolution.
	 *
	 * @param inputChannels of the network
	 */
	public static boolean scalesInput(final List<LayerInfo> layers, final int inputChannels) {
		for (final LayerInfo layer : layers) {
			if (layer.op().contains("Conv")) return false;
			if (layer.channels() == inputChannels && layer.stride().equals(FULL_RESOLUTION) && SCALING_OPS.contains(layer
				.op())) return true;
		}
		return false;
	}

	/**
	 * The default layer of a network. Of a network for segmentation or restoration, the first output that is an image: its
	 * activations are what the network returns, and every pixel has a gradient. Of others, such as classifiers, the middle one
	 * of the blocks whose stride is closest to 16, such as Inception's mixed4c.
	 *
	 * @param layers at least one
	 * @param outputs of the network
	 */
	public static LayerInfo defaultLayer(final List<LayerInfo> layers, final List<NetworkOutput> outputs) {
		return output(layers, outputs, NetworkOutput::isImage).orElseGet(() -> middle(layers));
	}

	private static LayerInfo middle(final List<LayerInfo> layers) {
		final Stride nearest = Collections.min(layers, Comparator.comparingDouble(layer -> Math.abs(layer.stride().value() -
			PREFERRED_STRIDE))).stride();
		for (final Set<String> ops : List.of(CONCATENATIONS, SUMS, ACTIVATION_FUNCTIONS)) {
			final List<LayerInfo> blocks = filter(layers, layer -> layer.stride().equals(nearest) && ops.contains(layer.op()));
			if (!blocks.isEmpty()) return blocks.get(blocks.size() / 2);
		}
		final List<LayerInfo> any = filter(layers, layer -> layer.stride().equals(nearest));
		return any.get(any.size() / 2);
	}

	/**
	 * The output of a network whose output is known to be an image.
	 *
	 * @param layers at least one, in the order of the graph
	 * @return the first output among the layers, or the last layer
	 */
	public static LayerInfo outputLayer(final List<LayerInfo> layers, final List<NetworkOutput> outputs) {
		return output(layers, outputs, output -> true).orElse(layers.get(layers.size() - 1));
	}

	private static Optional<LayerInfo> output(final List<LayerInfo> layers, final List<NetworkOutput> outputs,
		final Predicate<NetworkOutput> condition)
	{
		return outputs.stream().filter(condition).flatMap(output -> layers.stream().filter(layer -> layer.name().equals(output
			.layer()))).findFirst();
	}

	private static List<LayerInfo> filter(final List<LayerInfo> layers, final Predicate<LayerInfo> condition) {
		return layers.stream().filter(condition).collect(Collectors.toList());
	}
}
