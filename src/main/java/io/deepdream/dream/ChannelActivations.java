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
package io.deepdream.dream;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.deepdream.engine.Activations;

/** Statistics of each channel's activations over an image, or a part of it. */
public final class ChannelActivations {

	private final double[] mean;
	private final double[] std;
	private final double[] max;
	private final int[] maxPosition;

	/**
	 * @param counted the positions to include, row by row; at least one; null = all
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

	/** All channels, sorted by decreasing mean; equal ones by number. */
	public List<Integer> ranked() {
		return IntStream.range(0, mean.length).boxed().sorted(Comparator.comparingDouble(c -> -mean[c])).collect(Collectors
			.toList());
	}

	/** Mean over the included positions. */
	public double mean(final int channel) {
		return mean[channel];
	}

	/** Standard deviation over the included positions. */
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
