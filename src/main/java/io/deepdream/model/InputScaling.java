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
package io.deepdream.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

import io.deepdream.image.Picture;
import io.deepdream.params.DreamException;

/**
 * The linear map from 0..255 to the values of a network's input, for each channel, from the
 * properties range, mean, std and scale and the defaults for a number of channels.
 */
final class InputScaling {

	/** The mean of the original DeepDream tutorial, the default for RGB graphs without a properties file. */
	private static final String DEFAULT_MEAN = "117";
	private static final String GREY_LEVELS = "0, 255";
	private static final String UNIT = "0, 1";

	private final String network;
	private final Properties properties;
	private final float[] mean;
	private final float[] scale;

	/**
	 * @param network its name, for messages
	 * @throws DreamException if a property is invalid for this number of channels
	 */
	InputScaling(final String network, final Properties properties, final InputNormalisation normalisation,
		final int channels)
	{
		this.network = network;
		this.properties = properties;
		mean = new float[channels];
		scale = new float[channels];
		final boolean standardised = normalisation.kind() == InputNormalisation.Kind.STANDARDISE;
		final boolean ranged = isStated(properties, "range");
		final boolean unit = !standardised && (!normalisation.isFixed() || channels != Picture.RGB && !isStated(properties));
		// the limits of standardised values are 0 and 255
		final String defaultMean = standardised ? "127.5" : ranged || unit || channels != Picture.RGB ? "0" : DEFAULT_MEAN;
		final String defaultDeviation = standardised ? String.valueOf(127.5 / InputNormalisation.DEVIATIONS) : "1";
		if (standardised && isStated(properties)) throw invalid("normalise-input",
			"without range, mean, std and scale, which standardised values have already");
		final double[] range = numbers("range", unit ? UNIT : GREY_LEVELS, 2, false);
		final double[] means = numbers("mean", defaultMean, channels, true);
		final double[] scales = numbers("scale", "1", channels, true);
		final double[] deviations = numbers("std", defaultDeviation, channels, true);
		final double level = (range[1] - range[0]) / 255;
		if (!(level > 0)) throw invalid("range", "two numbers, the lower one first");
		for (int c = 0; c < channels; c++) {
			if (!(deviations[c] > 0)) throw invalid("std", "above 0");
			if (scales[c] == 0) throw invalid("scale", "other than 0");
			mean[c] = (float) ((means[c] - range[0]) / level);
			scale[c] = (float) (level * scales[c] / deviations[c]);
		}
	}

	/** Whether the properties contain the range, mean, standard deviation or scale. */
	static boolean isStated(final Properties properties) {
		return Stream.of("range", "mean", "std", "scale").anyMatch(key -> isStated(properties, key));
	}

	private static boolean isStated(final Properties properties, final String key) {
		return !properties.getProperty(key, "").trim().isEmpty();
	}

	/** To subtract from values 0..255, one for each channel; not a copy. */
	float[] mean() {
		return mean;
	}

	/** The factor after subtracting the mean, one for each channel; not a copy. */
	float[] scale() {
		return scale;
	}

	/** The values of black and white in each channel, for users. */
	String describe() {
		final StringBuilder text = new StringBuilder();
		for (int c = 0; c < mean.length; c++)
			if (c == 0 || mean[c] != mean[0] || scale[c] != scale[0]) text.append(String.format(Locale.ROOT, c == 0
				? "0..255 becomes %.4g..%.4g" : ", %.4g..%.4g", (0 - mean[c]) * scale[c], (255 - mean[c]) * scale[c]));
		return text.toString();
	}

	/** @param repeats whether a single number applies to all */
	private double[] numbers(final String key, final String fallback, final int count, final boolean repeats) {
		final String[] words = properties.getProperty(key, fallback).trim().split("[,;\\s]+");
		final String description = (!repeats ? count + " numbers" : count == 1 ? "one number" : "one or " + (count == 3
			? "three" : count) + " numbers") + ", with decimal points" + (repeats ? ", for a network of " + (count == 1 ? "1 channel" : count + " channels")
				: "");
		if (words.length != count && !(repeats && words.length == 1)) throw invalid(key, description);
		final double[] numbers = new double[count];
		Arrays.setAll(numbers, i -> number(words[words.length == 1 ? 0 : i], key, description));
		return numbers;
	}

	private double number(final String word, final String key, final String description) {
		try {
			final double number = Double.parseDouble(word);
			if (Double.isFinite(number)) return number;
		}
		catch (final NumberFormatException exc) {
			// as not finite
		}
		throw invalid(key, description);
	}

	private DreamException invalid(final String key, final String expected) {
		return ModelSpec.invalid(network, properties, key, expected);
	}
}
