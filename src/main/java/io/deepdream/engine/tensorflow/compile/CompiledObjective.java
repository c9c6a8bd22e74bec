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

import org.tensorflow.proto.GraphDef;

import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.objective.ObjectiveInputs;
import io.deepdream.params.Precision;

/** An objective in a session, for all regions, channel weights and guides. */
final class CompiledObjective implements AutoCloseable {

	private final ObjectiveKind kind;
	private final Precision precision;
	private final List<String> warnings;
	private final NetworkSession session;

	/**
	 * @param kind the requested kind
	 * @param graph the graph of {@link ObjectiveGraph}
	 * @param precision the precision of the graph
	 * @param warnings of the self-check, for the user
	 */
	CompiledObjective(final ObjectiveKind kind, final GraphDef graph, final Precision precision,
		final List<String> warnings)
	{
		this.kind = kind;
		this.precision = precision;
		this.warnings = warnings;
		session = new NetworkSession(graph);
	}

	List<String> warnings() {
		return warnings;
	}

	Precision precision() {
		return precision;
	}

	/** Number of channels of the images. */
	int inputChannels() {
		return session.inputChannels();
	}

	/**
	 * Starts a run for a batch of images.
	 *
	 * @param pixels n images of shape [n, height, width, channels]
	 */
	NetworkSession.Run feed(final float[] pixels, final int n, final int width, final int height) {
		return session.feed(pixels, n, width, height);
	}

	/**
	 * Feeds the weights of a term's positions and channels.
	 *
	 * @param rows weights of the rows of positions
	 * @param columns weights of the columns of positions
	 * @param channels [n, channels]: channel weights of each image
	 */
	void feedWeights(final NetworkSession.Run run, final int term, final float[] rows, final float[] columns,
		final float[] channels, final int n)
	{
		run.feed(ObjectiveGraph.rows(term), rows, 1, rows.length, 1, 1);
		run.feed(ObjectiveGraph.columns(term), columns, 1, 1, columns.length, 1);
		run.feed(ObjectiveGraph.channels(term), channels, n, 1, 1, channels.length / n);
	}

	/**
	 * Feeds a term for a single image.
	 *
	 * @param index index of the term
	 */
	void feed(final NetworkSession.Run run, final int index, final Term term, final float[] rows,
		final float[] columns)
	{
		feedWeights(run, index, rows, columns, term.channelWeights(), 1);
		kind.terms().get(index).objective().feed(new ObjectiveInputs() {

			@Override
			public int channels(final String name) {
				return session.channels(name);
			}

			@Override
			public void feed(final String name, final float[] values, final long... shape) {
				run.feed(name, values, shape);
			}
		}, index, term);
	}

	/**
	 * Runs the graph.
	 *
	 * @param gradient receives the gradients of all n images
	 * @param floats number of values in the gradients
	 * @return the scores of the n images
	 */
	double[] gradient(final NetworkSession.Run run, final int n, final float[] gradient, final int floats) {
		return run.fetch(values -> {
			values.get(1).read(gradient, 0, floats);
			final double[] scores = new double[n];
			for (int i = 0; i < n; i++)
				scores[i] = values.get(0).getFloat(i);
			return scores;
		}, ObjectiveGraph.SCORE, ObjectiveGraph.GRADIENT);
	}

	@Override
	public void close() {
		session.close();
	}
}
