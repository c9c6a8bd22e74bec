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
package io.deepdream.imagej.input;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.deepdream.model.InputNormalisation;

/**
 * The limits of an image's values that become 0 and 255 of a picture, so that the network reads its input as it was
 * normalised during training. They are found for each channel by itself, on the whole plane and not on a selection.
 * Values that are not finite are ignored.
 */
public final class InputLimits {

	/** The display range of the image, which limits its values. */
	public static final InputLimits DISPLAY = new InputLimits(null, "", false);

	private final Function<float[], ValueLimits> rule;
	private final String description;
	private final boolean together;
	/** Whether the limits of the first image hold for all. */
	private final boolean shared;
	private List<ValueLimits> first;

	private InputLimits(final Function<float[], ValueLimits> rule, final String description, final boolean together) {
		this(rule, description, together, false);
	}

	private InputLimits(final Function<float[], ValueLimits> rule, final String description, final boolean together,
		final boolean shared)
	{
		this.rule = rule;
		this.description = description;
		this.together = together;
		this.shared = shared;
	}

	/** The limits by which a network was trained. */
	public static InputLimits of(final InputNormalisation normalisation) {
		final boolean together = normalisation.isTogether();
		switch (normalisation.kind()) {
			case PERCENTILES:
				return percentiles(normalisation.low(), normalisation.high(), together);
			case MINMAX:
				return extremes(together);
			case STANDARDISE:
				return deviations(together);
			default:
				return DISPLAY;
		}
	}

	/**
	 * Two percentiles of the values, 0..100, interpolated linearly as by numpy.percentile.
	 *
	 * @param together whether all channels have the limits of all their values
	 */
	static InputLimits percentiles(final double low, final double high, final boolean together) {
		return new InputLimits(values -> {
			Arrays.sort(values);
			return new ValueLimits(percentile(values, low), percentile(values, high));
		}, "the percentiles " + low + " and " + high, together);
	}

	private static double percentile(final float[] sorted, final double percent) {
		final double position = percent / 100 * (sorted.length - 1);
		final int below = (int) position;
		final int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (position - below) * ((double) sorted[above] - sorted[below]);
	}

	/** The smallest and the largest value. */
	static InputLimits extremes(final boolean together) {
		return new InputLimits(values -> {
			float min = values[0];
			float max = values[0];
			for (final float value : values) {
				min = Math.min(min, value);
				max = Math.max(max, value);
			}
			return new ValueLimits(min, max);
		}, "minimum and maximum", together);
	}

	/** The mean minus and plus three standard deviations, those of the population. */
	static InputLimits deviations(final boolean together) {
		return new InputLimits(values -> {
			double mean = 0;
			for (final float value : values)
				mean += value;
			mean /= values.length;
			double squares = 0;
			for (final float value : values)
				squares += (value - mean) * (value - mean);
			final double distance = InputNormalisation.DEVIATIONS * Math.sqrt(squares / values.length);
			return new ValueLimits(mean - distance, mean + distance);
		}, "mean and standard deviation", together);
	}

	/** Whether they are the display range, and not computed from the values. */
	public boolean areDisplayed() {
		return rule == null;
	}

	/** The sentence for an image whose limits are equal. */
	public String emptyRange() {
		return "The network divides by the range of the image (" + description +
			"), which is empty: choose an image, or a slice, whose values differ.";
	}

	/** The same rule, by which the first image that is read determines the limits of all, as of the frames of a movie. */
	public InputLimits ofFirst() {
		return areDisplayed() ? this : new InputLimits(rule, description, together, true);
	}

	/** The limits of each channel, or those of all channels together. */
	public List<ValueLimits> of(final List<float[]> channels) {
		if (!shared) return found(channels);
		if (first == null) first = found(channels);
		return first;
	}

	private List<ValueLimits> found(final List<float[]> channels) {
		if (!together) return channels.stream().map(this::found).collect(Collectors.toList());
		final float[] all = new float[channels.stream().mapToInt(values -> values.length).sum()];
		int n = 0;
		for (final float[] values : channels) {
			System.arraycopy(values, 0, all, n, values.length);
			n += values.length;
		}
		return Collections.nCopies(channels.size(), found(all));
	}

	/** @param values of an image of one channel; not modified */
	public ValueLimits of(final float[] values) {
		return of(List.of(values)).get(0);
	}

	private ValueLimits found(final float[] values) {
		final float[] finite = new float[values.length];
		int count = 0;
		for (final float value : values)
			if (Float.isFinite(value)) finite[count++] = value;
		return count == 0 ? new ValueLimits(0, 0) : rule.apply(count == finite.length ? finite : Arrays.copyOf(finite, count));
	}
}
