package io.deepdream.engine.tensorflow.compile;

import java.util.List;

import org.tensorflow.proto.GraphDef;

import io.deepdream.engine.Term;
import io.deepdream.params.Precision;

/** The session of an objective, for all its regions, channels and guides. */
final class CompiledObjective implements AutoCloseable {

	private final ObjectiveKind kind;
	private final Precision precision;
	private final List<String> warnings;
	private final NetworkSession session;

	/**
	 * @param kind what was asked for
	 * @param whole what {@link ObjectiveGraph} makes of the terms
	 * @param precision that of the graph
	 * @param warnings what users should know of it
	 */
	CompiledObjective(final ObjectiveKind kind, final GraphDef whole, final Precision precision,
		final List<String> warnings)
	{
		this.kind = kind;
		this.precision = precision;
		this.warnings = warnings;
		session = new NetworkSession(whole);
	}

	List<String> warnings() {
		return warnings;
	}

	ObjectiveKind kind() {
		return kind;
	}

	Precision precision() {
		return precision;
	}

	/** Begins a run on n pictures of one size. */
	NetworkSession.Run feed(final float[] pixels, final int n, final int width, final int height) {
		return session.feed(pixels, n, width, height);
	}

	/**
	 * Which positions and channels of a term's layer count.
	 *
	 * @param channels n rows of weights
	 */
	void feedWeights(final NetworkSession.Run run, final int term, final float[] rows, final float[] columns,
		final float[] channels, final int n)
	{
		run.feed(ObjectiveGraph.rows(term), rows, 1, rows.length, 1, 1);
		run.feed(ObjectiveGraph.columns(term), columns, 1, 1, columns.length, 1);
		run.feed(ObjectiveGraph.channels(term), channels, n, 1, 1, channels.length / n);
	}

	/**
	 * Feeds a term.
	 *
	 * @param index of the term
	 */
	void feed(final NetworkSession.Run run, final int index, final Term term, final float[] rows,
		final float[] columns)
	{
		feedWeights(run, index, rows, columns, term.channelWeights(), 1);
		kind.terms().get(index).objective().feed(this, run, index, term);
	}

	/** Size of the last dimension of a node's output. */
	int channels(final String node) {
		return session.channels(node);
	}

	/**
	 * @param gradient receives the gradient of all n pictures
	 * @param floats how many numbers that is
	 * @return their objectives
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
