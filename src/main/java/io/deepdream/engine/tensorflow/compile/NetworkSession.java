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

/** A graph in its own session, with float arrays as inputs and outputs, and with error messages for users. */
final class NetworkSession implements AutoCloseable {

	/** Optimises for a constant graph, so that less work is repeated in each run. */
	private static final ConfigProto CONFIGURATION = ConfigProto.newBuilder().setExperimental(ConfigProto.Experimental
		.newBuilder().setOptimizeForStaticGraph(true)).build();

	/** Number of pixels that are centred at a time. */
	private static final int CHUNK_PIXELS = 4096;

	private final Graph graph = new Graph();
	private final Session session;
	private final int inputChannels;
	/** The means of the channels, repeated. */
	private final float[] means;

	/** @param definition a graph with the input {@link PictureNode} */
	NetworkSession(final GraphDef definition) {
		final float[] mean = PictureNode.mean(definition);
		inputChannels = mean.length;
		means = new float[CHUNK_PIXELS * inputChannels];
		for (int i = 0; i < means.length; i++)
			means[i] = mean[i % inputChannels];
		try {
			graph.importGraphDef(definition);
			session = new Session(graph, CONFIGURATION);
		}
		catch (final TensorFlowException | TFInvalidArgumentException | TFUnimplementedException exc) {
			graph.close();
			throw new DreamException("TensorFlow cannot compute this layer, or its gradient (" + Messages.firstLine(exc) +
				"): choose another layer.", exc);
		}
		catch (final RuntimeException exc) {
			graph.close();
			throw exc;
		}
	}

	/** Number of channels of the images. */
	int inputChannels() {
		return inputChannels;
	}

	/** Size of the last dimension of a node's output. */
	int channels(final String node) {
		final Shape shape = graph.operation(node).output(0).shape();
		return (int) shape.size(shape.numDimensions() - 1);
	}

	/**
	 * Starts a run for a batch of images.
	 *
	 * @param pixels n images of shape [n, height, width, channels], before the mean is subtracted
	 */
	Run feed(final float[] pixels, final int n, final int width, final int height) {
		return new Run(width + "x" + height).feed(PictureNode.NAME, (to, size) -> centre(pixels, size, to), n, height,
			width, inputChannels);
	}

	/** Copies images and subtracts the mean, which takes several times as long in the network. */
	private void centre(final float[] pixels, final int size, final FloatDataBuffer to) {
		final float[] chunk = new float[Math.min(size, means.length)];
		for (int from = 0; from < size; from += means.length) {
			final int n = Math.min(means.length, size - from);
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

	/** The inputs of one run; closing it frees their tensors. */
	final class Run implements AutoCloseable {

		private final String size;
		private final Session.Runner runner = session.runner();
		private final List<TFloat32> tensors = new ArrayList<>();

		private Run(final String size) {
			this.size = size;
		}

		/** @param shape shape of the input; as many values are read */
		Run feed(final String node, final float[] values, final long... shape) {
			return feed(node, (to, size) -> to.write(values, 0, size), shape);
		}

		/** @param write receives the buffer and the number of values to write */
		private Run feed(final String node, final ObjIntConsumer<FloatDataBuffer> write, final long... shape) {
			final Shape requested = Shape.of(shape);
			final TFloat32 tensor;
			try {
				tensor = TFloat32.tensorOf(requested, t -> write.accept(t.asRawTensor().data().asFloats(), (int) requested.size()));
			}
			catch (final NullPointerException exc) {
				// thrown by TensorFlow-Java if it cannot allocate a tensor
				throw outOfMemory(exc);
			}
			tensors.add(tensor);
			runner.feed(node, tensor);
			return this;
		}

		/** @param read receives the values of the nodes, in their order; they are freed when it returns */
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
			tensors.forEach(TFloat32::close);
		}
	}

	private static OutOfMemoryError outOfMemory(final Throwable cause) {
		final OutOfMemoryError error = new OutOfMemoryError("native memory is exhausted");
		error.initCause(cause);
		return error;
	}
}
