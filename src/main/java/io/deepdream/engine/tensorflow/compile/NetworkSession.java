package io.deepdream.engine.tensorflow.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

import io.deepdream.engine.tensorflow.graph.Messages;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.params.DreamException;

/** A graph in a session of its own: float arrays in, float arrays out, and errors as users can read them. */
final class NetworkSession implements AutoCloseable {

	/** Prepares once what is run in each step, as the graph never changes. */
	private static final ConfigProto CONFIGURATION = ConfigProto.newBuilder().setExperimental(ConfigProto.Experimental
		.newBuilder().setOptimizeForStaticGraph(true)).build();

	/** Numbers that are centred at a time. */
	private static final int CHUNK = 3 * 4096;

	private final Graph graph = new Graph();
	private final Session session;
	/** Of red, green and blue, again and again. */
	private final float[] means = new float[CHUNK];

	/** @param definition from {@link PictureNode} on */
	NetworkSession(final GraphDef definition) {
		final float[] mean = PictureNode.mean(definition);
		for (int i = 0; i < CHUNK; i++)
			means[i] = mean[i % 3];
		try {
			graph.importGraphDef(definition);
			session = new Session(graph, CONFIGURATION);
		}
		catch (final RuntimeException exc) {
			graph.close();
			throw exc;
		}
	}

	/** Size of the last dimension of a node's output. */
	int channels(final String node) {
		final Shape shape = graph.operation(node).output(0).shape();
		return (int) shape.size(shape.numDimensions() - 1);
	}

	/** Begins a run on n pictures of one size. */
	Run feed(final float[] pixels, final int n, final int width, final int height) {
		return new Run(width + "x" + height).feed(PictureNode.NAME, (to, size) -> centre(pixels, size, to), n, height,
			width, 3);
	}

	/** While copying, since the network's own subtraction of three numbers takes several times as long. */
	private void centre(final float[] pixels, final int size, final FloatDataBuffer to) {
		final float[] chunk = new float[Math.min(size, CHUNK)];
		for (int from = 0; from < size; from += CHUNK) {
			final int n = Math.min(CHUNK, size - from);
			for (int i = 0; i < n; i++)
				chunk[i] = pixels[from + i] - means[i];
			to.offset(from).write(chunk, 0, n);
		}
	}

	@Override
	public void close() {
		session.close();
		graph.close();
	}

	/** What is fed to one run; closes its tensors when it is closed. */
	final class Run implements AutoCloseable {

		private final String size;
		private final Session.Runner runner = session.runner();
		private final List<TFloat32> fed = new ArrayList<>();

		private Run(final String size) {
			this.size = size;
		}

		/** @param shape gives how many of the values are read */
		Run feed(final String node, final float[] values, final long... shape) {
			return feed(node, (to, size) -> to.write(values, 0, size), shape);
		}

		/** @param write is given where to and how many numbers */
		private Run feed(final String node, final ObjIntConsumer<FloatDataBuffer> write, final long... shape) {
			final Shape asked = Shape.of(shape);
			final TFloat32 tensor;
			try {
				tensor = TFloat32.tensorOf(asked, t -> write.accept(t.asRawTensor().data().asFloats(), (int) asked.size()));
			}
			catch (final NullPointerException exc) {
				// how TensorFlow-Java says that it got no memory for a tensor
				throw outOfMemory(exc);
			}
			fed.add(tensor);
			runner.feed(node, tensor);
			return this;
		}

		/** @param read is given the nodes' values, in the nodes' order, while they exist */
		<R> R fetch(final Function<List<FloatDataBuffer>, R> read, final String... nodes) {
			for (final String node : nodes)
				runner.fetch(node);
			try (Result result = runner.run()) {
				final List<FloatDataBuffer> values = new ArrayList<>();
				for (int i = 0; i < nodes.length; i++)
					values.add(((TFloat32) result.get(i)).asRawTensor().data().asFloats());
				return read.apply(values);
			}
			catch (final TFResourceExhaustedException exc) {
				throw outOfMemory(exc);
			}
			catch (final TensorFlowException | TFInvalidArgumentException | TFUnimplementedException exc) {
				throw new DreamException("TensorFlow could not compute the network for " + size + " pixels (" +
					Messages.firstLine(exc) + "): choose another layer or a larger tile.", exc);
			}
		}

		@Override
		public void close() {
			fed.forEach(TFloat32::close);
		}
	}

	private static OutOfMemoryError outOfMemory(final Throwable cause) {
		final OutOfMemoryError error = new OutOfMemoryError("native memory is exhausted");
		error.initCause(cause);
		return error;
	}
}
