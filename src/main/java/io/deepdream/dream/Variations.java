package io.deepdream.dream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.params.Precision;
import io.deepdream.engine.Term;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Several pictures of one objective, from noise, that differ from one another:
 * what a channel answers to is often more than one thing. They are pushed apart by
 * the similarity of the layer's correlations, as {@link ChannelGradients} tells.
 * Without diversity each is the picture that its seed alone would give.
 */
public final class Variations {

	private final GradientEngine engine;
	private final LayerInfo layer;
	private final Term term;
	private final DreamParams params;
	private final DreamListener listener;
	private final int n;

	/**
	 * @param objective of one layer
	 * @param params of a dream; the mode is not looked at, since whole pictures are
	 *          compared
	 * @param availableBytes native memory that the network may take
	 * @throws DreamException if the objective has several layers, or a guide, or the
	 *           pictures do not fit in memory
	 */
	public Variations(final GradientEngine engine, final Objective objective, final DreamParams params,
		final DreamListener listener, final long availableBytes)
	{
		this.engine = engine;
		this.params = params;
		this.listener = listener;
		n = params.whole(Parameter.VARIATIONS);
		if (objective.layers().size() > 1) throw new DreamException("layer=" + params.get(Parameter.LAYER) +
			" names several layers: variations are compared in one, so give one.");
		layer = objective.layers().get(0);
		term = objective.terms().get(0);
		if (term.isGuided()) throw new DreamException(
			"Variations of a guide's features cannot be made: choose variations=1, or no guide.");
		final int width = params.whole(Parameter.WIDTH);
		final int height = params.whole(Parameter.HEIGHT);
		Dreamer.requirePositions(engine, objective, width, height);
		final MemoryLimit budget = new MemoryLimit(engine, List.of(term), availableBytes);
		if (!budget.fits(width, height, n)) throw budget.refusal((long) n * width, height,
			"make fewer variations, or smaller ones");
	}

	/** As many dreams as there are to be variations, from the seed on; when stopped, of the last finished octave. */
	public List<Dream> run() {
		final List<int[]> sizes = NoiseBatch.sizes(engine, layer, params);
		final int[] seeds = new int[n];
		Arrays.setAll(seeds, i -> params.whole(Parameter.SEED) + i);
		final NoiseBatch batch = new NoiseBatch(sizes, seeds, params.whole(Parameter.JITTER), params);
		final List<List<Double>> scores = new ArrayList<>();
		for (int i = 0; i < n; i++)
			scores.add(new ArrayList<>());
		final float[] own = term.channelWeights();
		final float[] weights = new float[n * own.length];
		for (int i = 0; i < n; i++)
			System.arraycopy(own, 0, weights, i * own.length, own.length);
		try (ChannelGradients gradients = engine.compileChannels(layer.name(), term.objective(), params.real(
			Parameter.DIVERSITY)))
		{
			gradients.warnings().forEach(listener::note);
			batch.run((pixels, count, w, h, gradient) -> gradients.evaluate(pixels, count, w, h, weights, gradient), (done,
				octave, step, each) -> {
				for (int i = 0; i < n; i++)
					scores.get(i).add(each[i]);
				listener.progress(done, octave, sizes.size(), step, params.whole(Parameter.ITERATIONS), Arrays.stream(each)
					.average().getAsDouble());
				return !listener.isCancelled();
			});
		}
		final List<ArrayImg<FloatType, FloatArray>> pictures = batch.pictures();
		final List<Dream> dreams = new ArrayList<>();
		for (int i = 0; i < n; i++)
			dreams.add(new Dream(pictures.isEmpty() ? null : pictures.get(i), batch.octavesDone(), sizes.size(), 0,
				Precision.EXACT, scores.get(i)));
		return dreams;
	}
}
