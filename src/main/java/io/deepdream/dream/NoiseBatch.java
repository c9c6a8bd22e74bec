package io.deepdream.dream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.Pictures;
import io.deepdream.image.Torus;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Pictures that climb together from noise, octave by octave, all of them in one
 * run of the network: each as {@link Dreamer#fromNoise()} would make it alone,
 * unless the gradient makes them look at each other.
 */
final class NoiseBatch {

	/** What the pictures climb; as {@link io.deepdream.engine.ChannelGradients#evaluate}, the weights known. */
	interface Gradient {

		double[] evaluate(float[] pixels, int n, int width, int height, float[] gradient);
	}

	/** Hears of every step that was made. */
	interface StepListener {

		/**
		 * @param done the share of all steps that are made, by their cost
		 * @return whether to go on
		 */
		boolean stepped(double done, int octave, int step, double[] scores);
	}

	private final DreamParams params;
	private final int jitter;
	private final List<int[]> sizes;
	private final int n;
	private final List<Random> randoms = new ArrayList<>();
	private final List<ArrayImg<FloatType, FloatArray>> noise = new ArrayList<>();
	/** Of the last finished octave, as they climb; null before. */
	private List<ArrayImg<FloatType, FloatArray>> climbed;
	private int octavesDone;
	private double[] scores;

	/**
	 * @param sizes as {@link #sizes} gives them
	 * @param seeds one for each picture
	 * @param jitter of the roll before each step, in pixels
	 */
	NoiseBatch(final List<int[]> sizes, final int[] seeds, final int jitter, final DreamParams params) {
		this.sizes = sizes;
		this.params = params;
		this.jitter = jitter;
		n = seeds.length;
		final int[] full = sizes.get(sizes.size() - 1);
		for (final int seed : seeds) {
			// each with a generator of its own: a picture does not depend on its neighbours
			final Random random = new Random(seed);
			randoms.add(random);
			noise.add(ArrayImgs.floats(Noise.draw(Pictures.values(full[0], full[1]), random, params), 3, full[0], full[1]));
		}
	}

	/** The sizes of the octaves that the parameters ask for, without those that are too small for a layer. */
	static List<int[]> sizes(final GradientEngine engine, final LayerInfo layer, final DreamParams params) {
		return Octaves.sizes(params.whole(Parameter.WIDTH), params.whole(Parameter.HEIGHT), params.whole(Parameter.OCTAVES),
			params.real(Parameter.RATIO), 2 * layer.stride(), size -> Dreamer.hasPositions(engine, layer,
				size[0], size[1]));
	}

	/** Climbs until all is done, or the listener wants no more. */
	void run(final Gradient gradient, final StepListener listener) {
		final double steps = params.whole(Parameter.ITERATIONS);
		final double all = sizes.stream().mapToDouble(NoiseBatch::pixels).sum();
		double before = 0;
		for (final int[] size : sizes) {
			final double begin = before / all;
			final double cost = pixels(size) / all;
			final List<ArrayImg<FloatType, FloatArray>> octave = new ArrayList<>();
			for (int i = 0; i < n; i++)
				octave.add(Dreamer.enlarge(noise.get(i), climbed == null ? null : climbed.get(i), size[0], size[1]));
			if (!climb(octave, size[0], size[1], gradient, step -> listener.stepped(begin + cost * step / steps, octavesDone + 1,
				step, scores))) return;
			climbed = octave;
			octavesDone++;
			before += pixels(size);
		}
	}

	private static double pixels(final int[] size) {
		return (double) size[0] * size[1];
	}

	private boolean climb(final List<ArrayImg<FloatType, FloatArray>> octave, final int width, final int height,
		final Gradient source, final IntPredicate goOn)
	{
		final List<Climb> climbs = new ArrayList<>();
		for (int i = 0; i < n; i++)
			climbs.add(Noise.climb(Pictures.data(octave.get(i)), width, height, randoms.get(i), params));
		final int values = Pictures.values(width, height);
		final float[] pixels = new float[Math.multiplyExact(n, values)];
		final float[] gradient = new float[pixels.length];
		final int[][] shifts = new int[n][];
		for (int step = 1; step <= params.whole(Parameter.ITERATIONS); step++) {
			each(i -> {
				final float[] seen = climbs.get(i).view();
				shifts[i] = new int[] { Dreamer.roll(randoms.get(i), jitter), Dreamer.roll(randoms.get(i), jitter) };
				final float[] rolled = new float[values];
				new Torus(seen, width, height, shifts[i][0], shifts[i][1]).read(0, 0, width, height, rolled);
				System.arraycopy(rolled, 0, pixels, i * values, values);
			});
			scores = source.evaluate(pixels, n, width, height, gradient);
			each(i -> {
				final float[] rolled = Arrays.copyOfRange(gradient, i * values, (i + 1) * values);
				final float[] own = new float[values];
				new Torus(own, width, height, shifts[i][0], shifts[i][1]).add(0, 0, width, height, rolled);
				climbs.get(i).step(own);
			});
			if (!goOn.test(step)) return false;
		}
		return true;
	}

	private void each(final IntConsumer work) {
		IntStream.range(0, n).parallel().forEach(work);
	}

	/** Of the last octave that was finished, RGB 0..255, dimensions [3, w, h]; none if none was. */
	List<ArrayImg<FloatType, FloatArray>> pictures() {
		final List<ArrayImg<FloatType, FloatArray>> pictures = new ArrayList<>();
		if (climbed != null) for (final ArrayImg<FloatType, FloatArray> x : climbed)
			pictures.add(Noise.show(ArrayImgs.floats(Pictures.data(x).clone(), x.dimensionsAsLongArray()), params));
		return pictures;
	}

	int octavesDone() {
		return octavesDone;
	}

	/** The objectives of the last step. */
	double[] scores() {
		return scores;
	}
}
