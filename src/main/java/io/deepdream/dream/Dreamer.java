package io.deepdream.dream;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.params.Precision;
import io.deepdream.image.Pictures;
import io.deepdream.image.Resampler;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * DeepDream (A. Mordvintsev, C. Olah, M. Tyka 2015): gradient ascent on the
 * picture, octave by octave. Detail that the dream added to a small octave is
 * carried up and added to the next larger one, which itself is made anew from the
 * base, so that nothing is blurred by being enlarged again and again.
 * <p>
 * Full-size arrays at one time: the base, the picture and its gradient, and the
 * last finished octave, smaller by ratio^2, which is kept for a dream that is
 * stopped. While an octave begins there is no gradient yet, but the carried detail.
 * </p>
 */
public final class Dreamer {

	private final GradientEngine engine;
	private final Objective objective;
	private final DreamParams params;
	private final DreamListener listener;
	private final Random random;
	private final long availableBytes;

	/**
	 * @param objective made for the engine's layers
	 * @param params all but model, layer, channels, objective, type and save are
	 *          read here
	 * @param availableBytes native memory that the network may take
	 */
	public Dreamer(final GradientEngine engine, final Objective objective, final DreamParams params,
		final DreamListener listener, final long availableBytes)
	{
		this.availableBytes = availableBytes;
		this.engine = engine;
		this.objective = objective;
		this.params = params;
		this.listener = listener;
		// its numbers are fixed by Java's specification, on every platform and version
		random = new Random(params.whole(Parameter.SEED));
	}

	/** What the parameters' optimizer takes of Java's heap for each pixel of the picture, beyond a plain climb. */
	public static int optimizerBytesPerPixel(final DreamParams params) {
		return Optimizer.of(params).bytesPerPixel();
	}

	/**
	 * Dreams from a picture; its values stay within 0..255.
	 *
	 * @param base RGB 0..255, dimensions [3, w, h]; not changed
	 * @throws DreamException if the picture is too small, or the gradient is zero or
	 *           not finite
	 */
	public Dream fromPicture(final ArrayImg<FloatType, FloatArray> base) {
		return dream(base, true);
	}

	/**
	 * Dreams from noise, of the size that the parameters give, the way of
	 * {@link Noise}.
	 */
	public Dream fromNoise() {
		final int width = params.whole(Parameter.WIDTH);
		final int height = params.whole(Parameter.HEIGHT);
		final int values = Pictures.values(width, height);
		final Dream dream = dream(ArrayImgs.floats(Noise.draw(values, random, params), 3, width, height), false);
		if (dream.picture() != null) Noise.show(dream.picture(), params);
		return dream;
	}

	private Dream dream(final ArrayImg<FloatType, FloatArray> base, final boolean bounded) {
		final int width = Pictures.width(base);
		final int height = Pictures.height(base);
		requirePositions(engine, objective, width, height);
		final int wanted = params.whole(Parameter.OCTAVES);
		final int smallest = 2 * objective.stride();
		final List<int[]> sizes = Octaves.sizes(width, height, wanted, params.real(Parameter.RATIO), smallest,
			size -> objective.layers().stream().allMatch(layer -> hasPositions(engine, layer, size[0], size[1])));
		if (sizes.size() < wanted) listener.note("Of " + wanted + " octaves only " + sizes.size() +
			" are used: the others would be too small for layer " + objective.layers().get(0).name() + ".");
		final TilePlan plan = new TilePlan(engine, objective, params, sizes, availableBytes);
		if (plan.isShrunk()) listener.note("Tiles of " + plan.tile() + " pixels are used, since those of " + params.whole(
			Parameter.TILE) + " would not fit in memory.");
		Precision precision = Precision.of(params.get(Parameter.PRECISION));
		final List<Double> scores = new ArrayList<>();
		ArrayImg<FloatType, FloatArray> picture = null;
		int done = 0;
		try (GradientFunction function = engine.compile(objective.terms(), precision); ConcurrentTasks workers =
			new ConcurrentTasks(plan.atATime()))
		{
			function.warnings().forEach(listener::note);
			precision = function.precision();
			final List<TiledGradient> gradients = new ArrayList<>();
			for (final int[] size : sizes)
				gradients.add(new TiledGradient(engine, objective, function, size[0], size[1], plan.spans(Axis.WIDTH, size[0]), plan
					.spans(Axis.HEIGHT, size[1]), workers));
			final Progress progress = new Progress(gradients);
			for (final int[] size : sizes) {
				final ArrayImg<FloatType, FloatArray> octave = enlarge(base, picture, size[0], size[1]);
				if (bounded) Pictures.clamp(octave);
				progress.octave(done + 1);
				climb(octave, gradients.set(done, null), plan, bounded, progress, scores);
				picture = octave;
				done++;
			}
		}
		catch (final Cancelled exc) {
			// what was finished before is the result
		}
		catch (final DreamException exc) {
			if (picture == null) throw exc;
			listener.note(exc.getMessage() + " The last finished octave, " + done + " of " + sizes.size() + ", is kept.");
		}
		catch (final OutOfMemoryError exc) {
			final String advice = "Memory ran out in octave " + (done + 1) + " of " + sizes.size() +
				": raise ImageJ's limit (Edit > Options > Memory & Threads, or -Xmx), choose mode=tiled and a smaller tile, or " +
				"crop the image";
			if (picture == null) throw new DreamException(advice + ".", exc);
			listener.note(advice + "; the last finished octave is kept.");
		}
		return new Dream(picture, done, sizes.size(), plan.tile(), precision, scores);
	}

	/** @throws DreamException if a picture is too small for a layer */
	static void requirePositions(final GradientEngine engine, final Objective objective, final int width,
		final int height)
	{
		for (final LayerInfo layer : objective.layers()) {
			if (Math.min(width, height) < layer.stride() || !hasPositions(engine, layer, width, height))
				throw new DreamException("The image is " + width + "x" + height + " pixels, too small for layer " + layer
					.name() + ", which sees one point in every " + layer.stride() + "x" + layer.stride() +
					" pixels: enlarge the image, or choose a layer nearer to the input.");
		}
	}

	static boolean hasPositions(final GradientEngine engine, final LayerInfo layer, final int width, final int height) {
		return engine.receptiveField(layer.name(), Axis.WIDTH, width).positions() > 0 && engine.receptiveField(layer.name(), Axis.HEIGHT,
			height).positions() > 0;
	}

	/** The base at a new size, plus the detail of the octave before, stretched to it. */
	static ArrayImg<FloatType, FloatArray> enlarge(final ArrayImg<FloatType, FloatArray> base,
		final ArrayImg<FloatType, FloatArray> before, final int width, final int height)
	{
		final ArrayImg<FloatType, FloatArray> result = Resampler.resize(base, width, height);
		if (before == null) return result;
		final float[] carried = Pictures.data(Resampler.resize(detail(base, before), width, height));
		final float[] r = Pictures.data(result);
		for (int i = 0; i < r.length; i++)
			r[i] += carried[i];
		return result;
	}

	/** What the dream has added to the base. */
	private static ArrayImg<FloatType, FloatArray> detail(final ArrayImg<FloatType, FloatArray> base,
		final ArrayImg<FloatType, FloatArray> dreamed)
	{
		final ArrayImg<FloatType, FloatArray> detail = Resampler.resize(base, Pictures.width(dreamed), Pictures.height(
			dreamed));
		final float[] d = Pictures.data(detail);
		final float[] x = Pictures.data(dreamed);
		for (int i = 0; i < d.length; i++)
			d[i] = x[i] - d[i];
		return detail;
	}

	private void climb(final ArrayImg<FloatType, FloatArray> picture, final TiledGradient source,
		final TilePlan plan, final boolean bounded, final Progress progress, final List<Double> scores)
	{
		final float[] x = Pictures.data(picture);
		final float[] g = new float[x.length];
		final int width = Pictures.width(picture);
		final int height = Pictures.height(picture);
		final Climb climb = bounded ? new PlainClimb(x, width, height, true, params) : Noise.climb(x, width, height, random,
			params);
		for (int step = 1; step <= params.whole(Parameter.ITERATIONS); step++) {
			progress.step(step);
			final double score = source.evaluate(climb.view(), shift(width, plan), shift(height, plan), g, progress);
			progress.score(score);
			scores.add(score);
			requireGradient(g);
			climb.step(g);
		}
	}

	/** By up to a tile where the axis is cut into tiles, so that their borders fall elsewhere each time. */
	private int shift(final int length, final TilePlan plan) {
		final int jitter = params.whole(Parameter.JITTER);
		return jitter > 0 && plan.cuts(length) ? random.nextInt(plan.tile()) : roll(random, jitter);
	}

	/** By up to the jitter, either way; without any, no number is drawn. */
	static int roll(final Random random, final int jitter) {
		return jitter == 0 ? 0 : random.nextInt(2 * jitter + 1) - jitter;
	}

	private void requireGradient(final float[] gradient) {
		boolean zero = true;
		for (final float value : gradient) {
			if (!Float.isFinite(value)) throw new DreamException("The gradient of layer " + objective.layers().get(0)
				.name() + " is not finite: choose another layer, or check the mean and scale in the network's properties file.");
			zero &= value == 0;
		}
		if (!zero) return;
		final LayerInfo layer = objective.layers().get(0);
		throw new DreamException("The gradient of layer " + layer.name() +
			" is zero everywhere: none of the chosen channels answers to this image; " + (layer.beforeRelu() != null
				? "use " + layer.beforeRelu() + ", which has a gradient below zero too."
				: "choose other channels, or another layer."));
	}

	/** Ends a dream between two tiles. */
	private static final class Cancelled extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Cancelled() {
			super(null, null, false, false);
		}
	}

	/** One progress over all octaves, by the pixels that go through the network. */
	private final class Progress implements TiledGradient.TileListener {

		private final long all;
		private final int octaves;
		private long done;
		private int octave;
		private int step;
		private double score = Double.NaN;

		Progress(final List<TiledGradient> gradients) {
			octaves = gradients.size();
			all = gradients.stream().mapToLong(TiledGradient::pixels).sum() * params.whole(Parameter.ITERATIONS);
		}

		void octave(final int number) {
			octave = number;
			score = Double.NaN;
		}

		void step(final int number) {
			step = number;
		}

		void score(final double value) {
			score = value;
		}

		@Override
		public void before() {
			if (listener.isCancelled()) throw new Cancelled();
		}

		@Override
		public void after(final long pixels) {
			done += pixels;
			listener.progress((double) done / all, octave, octaves, step, params.whole(Parameter.ITERATIONS), score);
		}
	}
}
