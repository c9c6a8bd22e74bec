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
package io.deepdream.engine.tensorflow.compile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

import io.deepdream.engine.tensorflow.graph.Messages;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.engine.tensorflow.objective.LayerObjective;
import io.deepdream.engine.tensorflow.objective.TermKind;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.params.DreamException;

/**
 * The graph of an objective and of its gradient.
 * <p>
 * TensorFlow differentiates the layers with respect to the image, and
 * {@link LayerObjective}s add their derivatives with respect to the layers. The weight
 * of an activation is the product of the weights of its row, its column and its
 * channel, which are fed in each run, so that one graph serves all regions, tiles and
 * channels.
 * </p>
 */
final class ObjectiveGraph {

	/** One score for each image. */
	static final String SCORE = "deepdream.score";
	static final String GRADIENT = "deepdream.gradient";
	static final Set<String> RESULTS = Set.of(SCORE, GRADIENT);

	private ObjectiveGraph() {}

	static String rows(final int term) {
		return "deepdream.rows" + term;
	}

	static String columns(final int term) {
		return "deepdream.columns" + term;
	}

	static String channels(final int term) {
		return "deepdream.channels" + term;
	}

	/**
	 * Builds the gradient graph.
	 *
	 * @param forward graph of the terms' layers with the input {@link PictureNode}
	 * @throws DreamException if a layer has no gradient with respect to the image
	 */
	static GraphDef of(final GraphDef forward, final List<TermKind> terms, final Variant variant) {
		return new Prune(RESULTS).apply(variant.apply(differentiate(forward, terms)));
	}

	private static GraphDef differentiate(final GraphDef forward, final List<TermKind> terms) {
		try (Graph graph = new Graph()) {
			graph.importGraphDef(forward);
			final Ops tf = Ops.create(graph);
			final int n = terms.size();
			final Output<?>[] layers = new Output<?>[n];
			final Output<?>[] derivatives = new Output<?>[n];
			Operand<TFloat32> score = null;
			for (int i = 0; i < n; i++) {
				final TermKind term = terms.get(i);
				final Output<TFloat32> layer = graph.operation(term.layer()).output(0);
				final int size = (int) layer.shape().size(3);
				final Operand<TFloat32> positions = tf.reshape(tf.math.mul(placeholder(tf, rows(i), 1, -1, 1, 1), placeholder(tf,
					columns(i), 1, 1, -1, 1)), tf.array(-1, 1));
				final Operand<TFloat32> channels = term.objective().channelWeights(tf, placeholder(tf, channels(i), -1, 1, 1, -1),
					size);
				final Operand<TFloat32> weights = outerProduct(tf, positions, channels, size, tf.shape(layer));
				// a separate node for each term: if one layer is upstream of another, TensorFlow drops a part of the
				// gradient
				layers[i] = tf.identity(layer).asOutput();
				final LayerObjective.Nodes nodes = term.objective().nodes(tf, layer, weights, i);
				derivatives[i] = nodes.derivative().asOutput();
				final Operand<TFloat32> summand = tf.sum(tf.math.mul(sumPositions(tf, positions, nodes.scores(), size), channels),
					tf.constant(1));
				score = score == null ? summand : tf.math.add(score, summand);
			}
			tf.withName(SCORE).identity(score);
			addGradient(graph, tf, layers, derivatives);
			return graph.toGraphDef();
		}
		// TensorFlow-Java throws IllegalStateException if the layer does not depend on the image
		catch (final TensorFlowException | TFInvalidArgumentException | TFUnimplementedException | IllegalStateException exc) {
			throw new DreamException("The layer " + terms.stream().map(TermKind::layer).collect(Collectors.joining(", ")) +
				" has no gradient with respect to the image (" + (exc instanceof IllegalStateException ? "it does not depend on it"
					: Messages.firstLine(exc)) + ");", exc);
		}
	}

	/**
	 * The product of each position's and each channel's weight, as a matrix product, which
	 * is many times faster than broadcasting.
	 */
	private static Operand<TFloat32> outerProduct(final Ops tf, final Operand<TFloat32> positions,
		final Operand<TFloat32> channels, final int size, final Operand<TInt32> shape)
	{
		final Operand<TFloat32> products = tf.linalg.matMul(positions, tf.reshape(channels, tf.array(1, -1)));
		// for a single image, the transposition is free
		return tf.reshape(swap(tf, tf.reshape(products, tf.concat(List.of(tf.shape(tf.reshape(positions, tf.array(
			-1))), tf.array(-1, size)), tf.constant(0)))), shape);
	}

	/** [n, channels]: the weighted sum over positions. */
	private static Operand<TFloat32> sumPositions(final Ops tf, final Operand<TFloat32> positions,
		final Operand<TFloat32> layer, final int size)
	{
		final Operand<TFloat32> flat = tf.reshape(layer, tf.concat(List.of(tf.array(-1), tf.shape(tf.reshape(positions, tf
			.array(-1))), tf.array(size)), tf.constant(0)));
		final Operand<TFloat32> byPosition = tf.reshape(swap(tf, flat), tf.concat(List.of(tf.shape(tf.reshape(positions, tf
			.array(-1))), tf.array(-1)), tf.constant(0)));
		return tf.reshape(tf.linalg.matMul(positions, byPosition, MatMul.transposeA(true)), tf.array(-1, size));
	}

	/** Transposes [a, b, channels] to [b, a, channels]. */
	private static Operand<TFloat32> swap(final Ops tf, final Operand<TFloat32> x) {
		return tf.linalg.transpose(x, tf.array(1, 0, 2));
	}

	private static Placeholder<TFloat32> placeholder(final Ops tf, final String name, final long... shape) {
		return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
	}

	@SuppressWarnings("unchecked")
	private static void addGradient(final Graph graph, final Ops tf, final Output<?>[] layers,
		final Output<?>[] derivatives)
	{
		final Output<?> picture = graph.operation(PictureNode.NAME).output(0);
		final Output<?>[] gradient = graph.addGradients("gradient", layers, new Output<?>[] { picture }, derivatives);
		tf.withName(GRADIENT).identity((Output<TFloat32>) gradient[0]);
	}
}
