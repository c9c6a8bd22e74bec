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

import io.deepdream.image.Picture;
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

	/** SHA-256 of the loaded graph file, lower-case hex. */
	String sha256();

	/** Name and version of the library that computes the network, such as "TensorFlow 2.18.0". */
	String description();

	/** Number of channels of the network's input: 3 for RGB, 1 for gray. */
	default int inputChannels() {
		return Picture.RGB;
	}

	/** Lines for a bug report: library files, devices, failed self-checks. */
	default List<String> diagnostics() {
		return List.of();
	}

	/** The layers with spatial axes that depend on the image, in the graph's order. */
	List<LayerInfo> layers();

	/**
	 * The {@link #layers()} that have a gradient with respect to the image. TensorFlow
	 * lacks gradients of some operations. Takes at least as long as a compilation.
	 */
	default List<LayerInfo> layersWithGradient() {
		return layers();
	}

	/** The outputs of the network, the most important one first. */
	default List<NetworkOutput> outputs() {
		return List.of();
	}

	/**
	 * Explains why a node of the network is not one of {@link #layers()}.
	 *
	 * @return a clause that names the operation in the way; empty if the node is a layer, or
	 *         does not exist
	 */
	default String obstacle(final String node) {
		return "";
	}

	/**
	 * Clauses that name the operations behind which no node is a layer, or no layer has a
	 * gradient. Takes at least as long as a compilation.
	 */
	default List<String> obstacles() {
		return List.of();
	}

	/**
	 * The receptive field of a layer along one axis.
	 *
	 * @param layer name of one of {@link #layers()}
	 * @param pixels length of the input image along the axis
	 */
	ReceptiveField receptiveField(String layer, Axis axis, int pixels);

	/**
	 * Estimate of the native memory of one evaluation, in bytes per pixel of the input,
	 * without {@link #fixedBytes()}: the activations of the forward pass that the backward
	 * pass needs.
	 */
	double bytesPerPixel(List<Term> terms);

	/** Estimate of the native memory that does not depend on the input, in bytes: the weights and the library itself. */
	long fixedBytes();

	/**
	 * The bytes of {@link #fixedBytes()} that an idle cached gradient retains; the next
	 * compilation reuses or frees them.
	 */
	default long retainedBytes() {
		return 0;
	}

	/** As {@link #compile(List, Precision)} with {@link Precision#EXACT}. */
	default GradientFunction compile(final List<Term> terms) {
		return compile(terms, Precision.EXACT);
	}

	/**
	 * Compiles the gradient of a sum of terms with respect to the image.
	 *
	 * @param precision requested precision; a gradient that fails its self-check in it is
	 *          computed exactly, with a warning, see {@link GradientFunction#precision()}
	 *          and {@link GradientFunction#warnings()}
	 * @throws io.deepdream.params.DreamException if a term's layer has no gradient with
	 *          respect to the image
	 */
	GradientFunction compile(List<Term> terms, Precision precision);

	/**
	 * Compiles the gradients of a layer's channels for batches of images.
	 *
	 * @param layer name of one of {@link #layers()}
	 * @param objective name of the objective, such as {@link Term#MEAN}
	 * @param diversity weight of the penalty for similar images, see
	 *          {@link ChannelGradients}; 0 = none
	 * @throws io.deepdream.params.DreamException if the layer has no gradient with respect
	 *          to the image
	 */
	ChannelGradients compileChannels(String layer, String objective, double diversity);

	/**
	 * Computes the activations of a layer.
	 *
	 * @param layer name of one of {@link #layers()}
	 * @param pixels one image of shape [height, width, channels], 0..255
	 * @throws io.deepdream.params.DreamException if the image is too small for the layer
	 */
	Activations activations(String layer, float[] pixels, int width, int height);

	@Override
	void close();
}
