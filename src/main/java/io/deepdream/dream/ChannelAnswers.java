package io.deepdream.dream;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.deepdream.engine.Activations;

/** How strongly each channel of a layer answers to a picture, or to a part of it. */
public final class ChannelActivations {

	private final double[] mean;
	private final double[] std;
	private final double[] max;
	private final int[] maxPosition;

	/**
	 * @param counted which of the positions count, row by row; at least one; null =
	 *          all
	 */
	public ChannelActivations(final Activations activations, final boolean[] counted) {
		final int channels = activations.channels();
		mean = new double[channels];
		std = new double[channels];
		max = new double[channels];
		maxPosition = new int[channels];
		for (int c = 0; c < channels; c++)
			summarise(c, activations, counted);
	}

	private void summarise(final int channel, final Activations activations, final boolean[] counted) {
		final float[] values = activations.values();
		final int positions = activations.width() * activations.height();
		double sum = 0;
		int n = 0;
		max[channel] = Double.NEGATIVE_INFINITY;
		for (int p = 0; p < positions; p++) {
			if (counted != null && !counted[p]) continue;
			final double value = values[p * activations.channels() + channel];
			sum += value;
			n++;
			if (value > max[channel]) {
				max[channel] = value;
				maxPosition[channel] = p;
			}
		}
		mean[channel] = sum / n;
		double squares = 0;
		for (int p = 0; p < positions; p++)
			if (counted == null || counted[p]) squares += Math.pow(values[p * activations.channels() + channel] -
				mean[channel], 2);
		std[channel] = Math.sqrt(squares / n);
	}

	/** All channels, the one with the largest mean first; equal ones by number. */
	public List<Integer> ranked() {
		return IntStream.range(0, mean.length).boxed().sorted(Comparator.comparingDouble(c -> -mean[c])).collect(Collectors
			.toList());
	}

	/** Mean over the positions that count. */
	public double mean(final int channel) {
		return mean[channel];
	}

	/** Standard deviation over these positions. */
	public double std(final int channel) {
		return std[channel];
	}

	public double max(final int channel) {
		return max[channel];
	}

	/** Index of the position of the largest value: y * width + x. */
	public int maxPosition(final int channel) {
		return maxPosition[channel];
	}
}
