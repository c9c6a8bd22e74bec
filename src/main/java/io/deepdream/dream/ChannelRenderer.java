package io.deepdream.dream;

import java.util.Arrays;
import java.util.List;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Term;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Pictures of a layer's channels, each from the same noise and for itself, several
 * in one run of the network: naive, or clean if there is smoothing.
 */
public final class ChannelRenderer {

	/** To be told in the name of every kept picture: changes when the same parameters give other pixels. */
	public static final int VERSION = 3;

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
	private final List<int[]> sizes;
	private final int atATime;

	/**
	 * @param params of the atlas task; model, layer and channels in it are not
	 *          looked at
	 * @param availableBytes native memory that the network may take
	 * @throws DreamException if a picture is too large for the memory
	 */
	public ChannelRenderer(final GradientEngine engine, final LayerInfo layer, final DreamParams params,
		final DreamListener listener, final long availableBytes)
	{
		this(engine, layer, params, listener, availableBytes, BATCH);
	}

	/** @param atATime how many channels in one run, if memory allows */
	ChannelRenderer(final GradientEngine engine, final LayerInfo layer, final DreamParams params,
		final DreamListener listener, final long availableBytes, final int atATime)
	{
		this.engine = engine;
		this.layer = layer;
		this.params = params;
		this.listener = listener;
		this.sizes = NoiseBatch.sizes(engine, layer, params);
		final int width = params.whole(Parameter.WIDTH);
		final int height = params.whole(Parameter.HEIGHT);
		final MemoryLimit budget = new MemoryLimit(engine, List.of(new Term(layer.name(), new float[layer.channels()],
			Term.MEAN)), availableBytes);
		int fitting = atATime;
		while (fitting > 1 && !budget.fits(width, height, fitting))
			fitting--;
		if (!budget.fits(width, height)) throw budget.refusal(width, height, "make the pictures smaller");
		this.atATime = fitting;
	}

	/**
	 * Renders channels until all are done or the listener says stop.
	 *
	 * @return whether all were rendered
	 */
	public boolean run(final List<Integer> channels, final Wall wall) {
		try (ChannelGradients gradients = engine.compileChannels(layer.name(), Term.MEAN, 0)) {
			gradients.warnings().forEach(listener::note);
			for (int from = 0; from < channels.size(); from += atATime)
				if (listener.isCancelled() || !render(gradients, channels, channels.subList(from, Math.min(channels.size(), from +
					atATime)), from, wall)) return false;
		}
		return true;
	}

	private boolean render(final ChannelGradients gradients, final List<Integer> all, final List<Integer> channels,
		final int before, final Wall wall)
	{
		final int n = channels.size();
		final float[] weights = new float[n * layer.channels()];
		for (int i = 0; i < n; i++)
			weights[i * layer.channels() + channels.get(i)] = 1;
		final int[] seeds = new int[n];
		Arrays.fill(seeds, params.whole(Parameter.SEED));
		final NoiseBatch batch = new NoiseBatch(sizes, seeds, 0, params);
		batch.run((pixels, count, w, h, gradient) -> gradients.evaluate(pixels, count, w, h, weights, gradient), (done,
			octave, step, scores) -> {
			listener.progress((before + n * done) / all.size(), octave, sizes.size(), step, params.whole(Parameter.ITERATIONS),
				scores[0]);
			return !listener.isCancelled();
		});
		if (batch.octavesDone() < sizes.size()) return false;
		final List<ArrayImg<FloatType, FloatArray>> pictures = batch.pictures();
		for (int i = 0; i < n; i++)
			wall.rendered(channels.get(i), pictures.get(i), batch.scores()[i]);
		return true;
	}
}
