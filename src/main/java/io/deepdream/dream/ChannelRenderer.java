package io.deepdream.dream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.deepdream.DreamException;
import io.deepdream.DreamListener;
import io.deepdream.DreamParams;
import io.deepdream.Parameter;
import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Pictures of a layer's channels, each from the same noise and for itself, several
 * in one run of the network: naive, or clean if there is smoothing.
 */
public final class ChannelRenderer {

	/** To be told in the name of every kept picture: changes when the same parameters give other pixels. */
	public static final int VERSION = 1;

	/** Pictures at a time: more is no quicker on a processor, and longer to wait for the first ones. */
	public static final int BATCH = 8;

	/** Receives pictures as they are finished. */
	public interface Wall {

		/**
		 * @param picture RGB 0..255, dimensions [3, w, h]
		 * @param score mean activation of the channel at the end of the climb
		 */
		void rendered(int channel, ArrayImg<FloatType, FloatArray> picture, double score);
	}

	private final GradientEngine engine;
	private final LayerInfo layer;
	private final DreamParams params;
	private final DreamListener listener;
	private final int width;
	private final int height;
	private final int batch;

	/**
	 * @param params of the atlas task; model, layer and channels in it are not
	 *          looked at
	 * @param availableBytes native memory that the network may take
	 * @throws DreamException if a picture is too large for the memory
	 */
	public ChannelRenderer(final GradientEngine engine, final LayerInfo layer, final DreamParams params,
		final DreamListener listener, final long availableBytes)
	{
		this.engine = engine;
		this.layer = layer;
		this.params = params;
		this.listener = listener;
		width = params.whole(Parameter.WIDTH);
		height = params.whole(Parameter.HEIGHT);
		final MemoryBudget budget = new MemoryBudget(engine, List.of(new Term(layer.name(), new float[layer.channels()],
			false)), availableBytes);
		int fitting = BATCH;
		while (fitting > 1 && !budget.fits(width, (long) height * fitting))
			fitting--;
		if (!budget.fits(width, height)) throw budget.refusal(width, height, "make the pictures smaller");
		batch = fitting;
	}

	/**
	 * Renders channels until all are done or the listener says stop.
	 *
	 * @return whether all were rendered
	 */
	public boolean run(final List<Integer> channels, final Wall wall) {
		try (ChannelGradients gradients = engine.compileChannels(layer.name())) {
			for (int from = 0; from < channels.size(); from += batch)
				if (!render(gradients, channels, channels.subList(from, Math.min(channels.size(), from + batch)), from, wall))
					return false;
		}
		return true;
	}

	private boolean render(final ChannelGradients gradients, final List<Integer> all, final List<Integer> channels,
		final int before, final Wall wall)
	{
		final int n = channels.size();
		final List<float[]> pictures = new ArrayList<>();
		final List<Climb> climbs = new ArrayList<>();
		final float[] weights = new float[n * layer.channels()];
		for (int i = 0; i < n; i++) {
			// each with a generator of its own: a picture does not depend on its neighbours
			final Random random = new Random(params.whole(Parameter.SEED));
			pictures.add(Noise.draw(3 * width * height, random, params));
			climbs.add(Noise.climb(pictures.get(i), width, height, random, params));
			weights[i * layer.channels() + channels.get(i)] = 1;
		}
		final int values = 3 * width * height;
		final float[] pixels = new float[n * values];
		final float[] gradient = new float[n * values];
		final int steps = params.whole(Parameter.ITERATIONS);
		double[] scores = new double[n];
		for (int step = 1; step <= steps; step++) {
			if (listener.isCancelled()) return false;
			IntStream.range(0, n).parallel().forEach(i -> System.arraycopy(climbs.get(i).view(), 0, pixels, i * values,
				values));
			scores = gradients.evaluate(pixels, n, width, height, weights, gradient);
			IntStream.range(0, n).parallel().forEach(i -> climbs.get(i).step(Arrays.copyOfRange(gradient, i * values,
				(i + 1) * values)));
			final double done = (before + n * (double) step / steps) / all.size();
			listener.progress(done, 1, 1, step, steps, scores[0]);
		}
		for (int i = 0; i < n; i++)
			wall.rendered(channels.get(i), Noise.show(ArrayImgs.floats(pictures.get(i), 3, width, height), params), scores[i]);
		return true;
	}
}
