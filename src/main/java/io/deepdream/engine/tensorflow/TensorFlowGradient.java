package io.deepdream.engine.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

import io.deepdream.DreamException;
import io.deepdream.engine.Axis;
import io.deepdream.engine.Extent;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;

/**
 * An objective and its gradient as one graph and one session.
 * <p>
 * The derivative of the objective by a layer is written down instead of derived:
 * weight of the row * weight of the column * weight of the channel, for squares
 * times 2 * activation. Rows and columns are fed anew each time, so that one
 * graph serves every region of every tile.
 * </p>
 */
final class TensorFlowGradient implements GradientFunction {

	private static final String SCORE = "deepdream.score";
	private static final String GRADIENT = "deepdream.gradient";

	private final List<Term> terms;
	private final GraphGeometry geometry;
	private final Graph graph;
	private final Session session;

	/**
	 * @param forward all that the terms' layers are computed from, after {@link InputConvention}
	 * @param geometry of the graph that it is a part of
	 */
	TensorFlowGradient(final GraphDef forward, final List<Term> terms, final GraphGeometry geometry) {
		this.terms = List.copyOf(terms);
		this.geometry = geometry;
		GraphDef whole = differentiate(forward, terms);
		for (final GraphRewrite rewrite : List.of(new LrnGradientAttributes(), new BackwardConvolution(), new Prune(
			Arrays.asList(SCORE, GRADIENT))))
			whole = rewrite.apply(whole);
		graph = new Graph();
		try {
			graph.importGraphDef(whole);
			session = new Session(graph);
		}
		catch (final RuntimeException exc) {
			graph.close();
			throw exc;
		}
	}

	private static String rows(final int term) {
		return "deepdream.rows" + term;
	}

	private static String columns(final int term) {
		return "deepdream.columns" + term;
	}

	private static GraphDef differentiate(final GraphDef forward, final List<Term> terms) {
		try (Graph graph = new Graph()) {
			graph.importGraphDef(forward);
			final Ops tf = Ops.create(graph);
			final int n = terms.size();
			final Output<?>[] layers = new Output<?>[n];
			final Output<?>[] derivatives = new Output<?>[n];
			Operand<TFloat32> score = tf.constant(0f);
			for (int i = 0; i < n; i++) {
				final Term term = terms.get(i);
				final Output<TFloat32> layer = graph.operation(term.layer()).<TFloat32>output(0);
				final Operand<TFloat32> rows = tf.withName(rows(i)).placeholder(TFloat32.class, Placeholder.shape(Shape.of(
					1, -1, 1, 1)));
				final Operand<TFloat32> columns = tf.withName(columns(i)).placeholder(TFloat32.class, Placeholder.shape(
					Shape.of(1, 1, -1, 1)));
				final Operand<TFloat32> channels = tf.reshape(tf.constant(term.channelWeights()), tf.array(1, 1, 1, -1));
				final Operand<TFloat32> weights = tf.math.mul(tf.math.mul(rows, columns), channels);
				final Operand<TFloat32> weighted = tf.math.mul(layer, weights);
				layers[i] = layer;
				derivatives[i] = (term.square() ? tf.math.mul(tf.constant(2f), weighted) : weights).asOutput();
				score = tf.math.add(score, tf.sum(term.square() ? tf.math.mul(layer, weighted) : weighted, tf.array(0, 1, 2,
					3)));
			}
			tf.withName(SCORE).identity(score);
			addGradient(graph, tf, layers, derivatives);
			return graph.toGraphDef();
		}
		// IllegalStateException: TensorFlow-Java's answer where no path leads back to the picture
		catch (final TensorFlowException | TFInvalidArgumentException | TFUnimplementedException | IllegalStateException exc) {
			throw new DreamException("The layer " + terms.stream().map(Term::layer).collect(Collectors.joining(", ")) +
				" has no gradient to the image (" + TensorFlowEngine.firstLine(exc) + "): choose a layer nearer to the " +
				"input.", exc);
		}
	}

	@SuppressWarnings("unchecked")
	private static void addGradient(final Graph graph, final Ops tf, final Output<?>[] layers,
		final Output<?>[] derivatives)
	{
		final Output<?> picture = graph.operation(InputConvention.PICTURE).output(0);
		final Output<?>[] gradient = graph.addGradients("gradient", layers, new Output<?>[] { picture }, derivatives);
		tf.withName(GRADIENT).identity((Output<TFloat32>) gradient[0]);
	}

	@Override
	public double evaluate(final float[] pixels, final int width, final int height, final List<Region> regions,
		final float[] gradient)
	{
		if (regions.size() != terms.size()) throw new IllegalArgumentException(regions.size() + " regions for " + terms
			.size() + " terms");
		final int values = Math.multiplyExact(Math.multiplyExact(width, height), 3);
		final List<TFloat32> fed = new ArrayList<>();
		try {
			final Session.Runner runner = session.runner().fetch(SCORE).fetch(GRADIENT);
			feed(runner, fed, InputConvention.PICTURE, pixels, values, Shape.of(1, height, width, 3));
			final Map<String, Extent> down = geometry.extents(Axis.HEIGHT, height);
			final Map<String, Extent> across = geometry.extents(Axis.WIDTH, width);
			for (int i = 0; i < terms.size(); i++) {
				final String layer = terms.get(i).layer();
				final Region region = regions.get(i);
				final float[] rows = box(down.get(layer).positions(), region.y(), region.height(), region.weight());
				feed(runner, fed, rows(i), rows, rows.length, Shape.of(1, rows.length, 1, 1));
				final float[] columns = box(across.get(layer).positions(), region.x(), region.width(), 1);
				feed(runner, fed, columns(i), columns, columns.length, Shape.of(1, 1, columns.length, 1));
			}
			try (Result result = runner.run()) {
				floats(result, 1).read(gradient, 0, values);
				return floats(result, 0).getFloat(0);
			}
		}
		catch (final TFResourceExhaustedException exc) {
			throw outOfMemory(exc);
		}
		catch (final TensorFlowException | TFInvalidArgumentException | TFUnimplementedException exc) {
			throw new DreamException("TensorFlow could not compute layer " + terms.get(0).layer() + " for " + width + "x" +
				height + " pixels (" + TensorFlowEngine.firstLine(exc) + "): choose another layer or a larger tile.", exc);
		}
		finally {
			fed.forEach(TFloat32::close);
		}
	}

	private static void feed(final Session.Runner runner, final List<TFloat32> fed, final String node,
		final float[] values, final int n, final Shape shape)
	{
		final TFloat32 tensor;
		try {
			tensor = TFloat32.tensorOf(shape, t -> t.asRawTensor().data().asFloats().write(values, 0, n));
		}
		catch (final NullPointerException exc) {
			// how TensorFlow-Java says that it got no memory for a tensor
			throw outOfMemory(exc);
		}
		fed.add(tensor);
		runner.feed(node, tensor);
	}

	private static OutOfMemoryError outOfMemory(final Throwable cause) {
		final OutOfMemoryError error = new OutOfMemoryError("native memory is exhausted");
		error.initCause(cause);
		return error;
	}

	private static FloatDataBuffer floats(final Result result, final int index) {
		return ((TFloat32) result.get(index)).asRawTensor().data().asFloats();
	}

	/** Zeros, but for n times the weight from a first index on. */
	private static float[] box(final int length, final int first, final int n, final float weight) {
		final float[] result = new float[length];
		Arrays.fill(result, first, first + n, weight);
		return result;
	}

	@Override
	public void close() {
		session.close();
		graph.close();
	}
}
