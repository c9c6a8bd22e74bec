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
import org.tensorflow.types.TInt64;

import io.deepdream.DreamException;
import io.deepdream.engine.tensorflow.graph.Messages;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.engine.tensorflow.rewrite.Variant;

/**
 * Writes an objective and its gradient as a graph.
 * <p>
 * The derivative of the objective by a layer is written down instead of derived:
 * weight of the row * weight of the column * weight of the channel, for squares
 * times 2 * activation; for a guide, the guide's vector that fits best; and for
 * pictures that are to differ, {@link Diversity}. Rows,
 * columns, channels and guides are fed anew each time, so that one graph serves
 * every region of every tile and every choice of channels.
 * </p>
 */
final class ObjectiveGraph {

	/** One objective for each picture that is fed. */
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

	/** How much the pictures are pushed apart; 0 unless it is fed. */
	static String diversity(final int term) {
		return "deepdream.diversity" + term;
	}

	static String guide(final int term) {
		return "deepdream.guide" + term;
	}

	/**
	 * @param forward all that the terms' layers are computed from, from {@link PictureNode} on
	 * @throws DreamException if a layer has no gradient to the picture
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
				final Operand<TFloat32> positions = tf.reshape(tf.math.mul(fed(tf, rows(i), 1, -1, 1, 1), fed(tf, columns(i), 1,
					1, -1, 1)), tf.array(-1, 1));
				final Operand<TFloat32> channels = channelWeights(tf, term, i, size);
				final Operand<TFloat32> weights = outer(tf, positions, channels, size, tf.shape(layer));
				// by an end of its own: where one target lies on another's way back, TensorFlow drops a part of the gradient
				layers[i] = tf.identity(layer).asOutput();
				final Operand<TFloat32> answer;
				if (term.isGuided()) {
					final Operand<TFloat32> towards = bestOfGuide(tf, layer, i);
					derivatives[i] = tf.math.mul(towards, weights).asOutput();
					answer = tf.math.mul(layer, towards);
				}
				else if (term.square()) {
					derivatives[i] = tf.math.mul(layer, tf.math.mul(tf.constant(2f), weights)).asOutput();
					answer = tf.math.mul(layer, layer);
				}
				else {
					derivatives[i] = weights.asOutput();
					answer = layer;
				}
				if (term.isDiverse()) derivatives[i] = tf.math.add(derivatives[i].expect(TFloat32.class), tf.math.mul(tf.withName(
					diversity(i)).placeholderWithDefault(tf.constant(0f), Shape.scalar()), Diversity.derivative(tf, layer)))
					.asOutput();
				final Operand<TFloat32> summand = tf.sum(tf.math.mul(overPositions(tf, positions, answer, size), channels), tf
					.constant(1));
				score = score == null ? summand : tf.math.add(score, summand);
			}
			tf.withName(SCORE).identity(score);
			addGradient(graph, tf, layers, derivatives);
			return graph.toGraphDef();
		}
		// IllegalStateException: TensorFlow-Java's answer where no path leads back to the picture
		catch (final TensorFlowException | TFInvalidArgumentException | TFUnimplementedException | IllegalStateException exc) {
			throw new DreamException("The layer " + terms.stream().map(TermKind::layer).collect(Collectors.joining(", ")) +
				" has no gradient to the image (" + (exc instanceof IllegalStateException ? "no way leads back to it"
					: Messages.firstLine(exc)) + ");", exc);
		}
	}

	/** [n, channels]: as fed, one row for each picture. */
	private static Operand<TFloat32> channelWeights(final Ops tf, final TermKind term, final int i, final int size) {
		final Operand<TFloat32> given = fed(tf, channels(i), -1, 1, 1, -1);
		// a guided term has one weight for all channels
		return term.isGuided() ? tf.broadcastTo(tf.reshape(given, tf.array(1, 1)), tf.array(1, size)) : tf.reshape(given, tf
			.array(-1, size));
	}

	/**
	 * The product of each position's weight with each channel's. By a matrix product,
	 * here and for the sum, since broadcasting takes many times as long.
	 */
	private static Operand<TFloat32> outer(final Ops tf, final Operand<TFloat32> positions,
		final Operand<TFloat32> channels, final int size, final Operand<TInt32> shape)
	{
		final Operand<TFloat32> products = tf.linalg.matMul(positions, tf.reshape(channels, tf.array(1, -1)));
		// of one picture this is no copy
		return tf.reshape(swap(tf, tf.reshape(products, tf.concat(List.of(tf.shape(tf.reshape(positions, tf.array(
			-1))), tf.array(-1, size)), tf.constant(0)))), shape);
	}

	/** [n, channels]: the sum over positions, each with its weight. */
	private static Operand<TFloat32> overPositions(final Ops tf, final Operand<TFloat32> positions,
		final Operand<TFloat32> layer, final int size)
	{
		final Operand<TFloat32> flat = tf.reshape(layer, tf.concat(List.of(tf.array(-1), tf.shape(tf.reshape(positions, tf
			.array(-1))), tf.array(size)), tf.constant(0)));
		final Operand<TFloat32> byPosition = tf.reshape(swap(tf, flat), tf.concat(List.of(tf.shape(tf.reshape(positions, tf
			.array(-1))), tf.array(-1)), tf.constant(0)));
		return tf.reshape(tf.linalg.matMul(positions, byPosition, MatMul.transposeA(true)), tf.array(-1, size));
	}

	/** [a, b, channels] to [b, a, channels] */
	private static Operand<TFloat32> swap(final Ops tf, final Operand<TFloat32> x) {
		return tf.linalg.transpose(x, tf.array(1, 0, 2));
	}

	private static Placeholder<TFloat32> fed(final Ops tf, final String name, final long... shape) {
		return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
	}

	/** For every position of the layer, the guide's vector with the largest dot product. */
	private static Operand<TFloat32> bestOfGuide(final Ops tf, final Operand<TFloat32> layer, final int term) {
		final long channels = layer.shape().size(3);
		final Operand<TFloat32> guide = fed(tf, guide(term), -1, channels);
		final Operand<TFloat32> positions = tf.reshape(layer, tf.array(-1, (int) channels));
		final Operand<TFloat32> dots = tf.linalg.matMul(positions, guide, MatMul.transposeB(
			true));
		final Operand<TInt64> best = tf.math.argMax(dots, tf.constant(1));
		return tf.reshape(tf.gather(guide, best, tf.constant(0)), tf.shape(layer));
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
