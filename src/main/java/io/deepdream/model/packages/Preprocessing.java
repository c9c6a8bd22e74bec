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
package io.deepdream.model.packages;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

import io.deepdream.params.DreamException;

/**
 * The preprocessing of a bioimage.io package as properties of a network. Steps with fixed
 * numbers combine to one linear function per channel, {@code (v - mean) * scale}. Steps that
 * measure the image set {@code normalise-input}. Formulas: bioimage.io's model
 * specification, formats 0.3 to 0.5.
 */
final class Preprocessing {

	/** Larger values of eps would change the result visibly; the usual one is 1e-6. */
	private static final double MAX_EPS = 1e-4;

	private final TensorAxes axes;
	private final String input;
	private final double[] gain;
	private final double[] offset;
	private String normalisation = "";
	private boolean together;

	private Preprocessing(final TensorAxes axes, final String input) {
		this.axes = axes;
		this.input = input;
		gain = new double[Math.max(1, axes.channels())];
		offset = new double[gain.length];
		Arrays.fill(gain, 1);
	}

	/**
	 * @param steps the steps, first to last
	 * @param axes of the network's input
	 * @param input name of the network's input
	 * @return the keys normalise-input, mean and scale of a model's properties
	 * @throws DreamException if a step is unknown, or cannot be expressed
	 */
	static Properties of(final List<Metadata> steps, final TensorAxes axes, final String input) {
		final Preprocessing all = new Preprocessing(axes, input);
		for (final Metadata step : steps)
			all.add(step.has("id") ? step.text("id") : step.text("name"), step.map("kwargs"));
		return all.properties();
	}

	private void add(final String name, final Metadata kwargs) {
		switch (name) {
			case "ensure_dtype":
				if (!kwargs.text("dtype").startsWith("float")) throw refusal(name, "rounds to " + kwargs.text("dtype"));
				break;
			case "scale_linear":
				linear(name, perChannel(name, kwargs, "gain", 1), perChannel(name, kwargs, "offset", 0));
				break;
			case "fixed_zero_mean_unit_variance":
				fixed(name, kwargs);
				break;
			case "zero_mean_unit_variance":
				if (kwargs.text("mode").equals("fixed") || !kwargs.has("mode") && kwargs.has("mean")) fixed(name, kwargs);
				else measured(name, kwargs, "standardise");
				break;
			case "scale_range":
				measured(name, kwargs, percentiles(kwargs));
				break;
			default:
				throw refusal(name.isEmpty() ? "without a name" : name, "cannot be expressed by DeepDream");
		}
	}

	private void fixed(final String name, final Metadata kwargs) {
		final double[] mean = perChannel(name, kwargs, "mean", 0);
		final double[] factor = perChannel(name, kwargs, "std", 1);
		final double[] summand = new double[gain.length];
		for (int c = 0; c < gain.length; c++) {
			if (!(factor[c] > 0)) throw kwargs.invalid("std", "above 0");
			factor[c] = 1 / (factor[c] + kwargs.number("eps", 0));
			summand[c] = -mean[c] * factor[c];
		}
		linear(name, factor, summand);
	}

	private void linear(final String name, final double[] factor, final double[] summand) {
		for (int c = 0; c < gain.length; c++) {
			if (factor[c] == 0) throw refusal(name, "removes the image");
			if (!normalisation.isEmpty() && (factor[c] != 1 || summand[c] != 0)) throw refusal(name,
				"cannot be expressed after a normalisation of each image");
			gain[c] *= factor[c];
			offset[c] = offset[c] * factor[c] + summand[c];
		}
	}

	private void measured(final String name, final Metadata kwargs, final String result) {
		final String joint = axes.joint(kwargs);
		if (kwargs.text("mode").equals("per_dataset")) throw refusal(name, "needs the statistics of a data set");
		if (kwargs.has("reference_tensor") && !kwargs.text("reference_tensor").equals(input)) throw refusal(name,
			"measures another image");
		if (!joint.contains("x") || !joint.contains("y")) throw refusal(name, "measures other axes than x and y");
		if (kwargs.number("eps", 0) > MAX_EPS) throw refusal(name, "has eps above " + MAX_EPS);
		final boolean nowTogether = gain.length > 1 && joint.contains("c");
		// normalising is independent of an earlier linear function, unless that differs between channels or inverts them
		final boolean alike = Arrays.stream(gain).distinct().count() == 1 && Arrays.stream(offset).distinct().count() == 1;
		final boolean separateBefore = !normalisation.isEmpty() && !together && gain.length > 1;
		if (Arrays.stream(gain).anyMatch(g -> g < 0) || nowTogether && (!alike || separateBefore)) throw refusal(name,
			"cannot be expressed after the steps before it");
		normalisation = result;
		together = nowTogether;
		Arrays.fill(gain, 1);
		Arrays.fill(offset, 0);
	}

	private static String percentiles(final Metadata kwargs) {
		final double low = kwargs.number("min_percentile", 0);
		final double high = kwargs.number("max_percentile", 100);
		if (!(low >= 0 && low < high && high <= 100)) throw kwargs.invalid("min_percentile",
			"from 0 to 100 and below max_percentile");
		return low == 0 && high == 100 ? "minmax" : "percentiles " + plain(low) + " " + plain(high);
	}

	/** One value per channel. */
	private double[] perChannel(final String name, final Metadata kwargs, final String key, final double missing) {
		final double[] given = kwargs.numbers(key, missing);
		if (given.length != 1 && given.length != gain.length) throw kwargs.invalid(key, gain.length == 1 ? "one number"
			: "one number or " + gain.length);
		if (given.length > 1 && kwargs.has("axis") && !axes.isChannelAxis(kwargs.text("axis"))) throw refusal(name,
			"has numbers along the axis " + kwargs.text("axis"));
		final double[] all = new double[gain.length];
		for (int c = 0; c < all.length; c++)
			all[c] = given[given.length == 1 ? 0 : c];
		return all;
	}

	private Properties properties() {
		final Properties properties = new Properties();
		if (normalisation.isEmpty()) {
			final double[] mean = new double[gain.length];
			for (int c = 0; c < mean.length; c++)
				// 0 - x, since -x is -0 for 0
				mean[c] = (0 - offset[c]) / gain[c];
			properties.setProperty("mean", format(mean));
			properties.setProperty("scale", format(gain));
			return properties;
		}
		final boolean standardise = normalisation.equals("standardise");
		// percentiles and range are of each channel, mean and variance of the image, unless another word follows
		final String word = gain.length == 1 || together == standardise ? "" : together ? " together" : " separately";
		properties.setProperty("normalise-input", normalisation + word);
		// of standardise the network's mean and deviation follow
		if (!standardise) properties.setProperty("mean", "0");
		return properties;
	}

	/** Numbers for a properties file; one if all are equal. */
	static String format(final double... numbers) {
		return Arrays.stream(numbers).distinct().count() == 1 ? plain(numbers[0]) : Arrays.stream(numbers).mapToObj(
			Preprocessing::plain).collect(Collectors.joining(", "));
	}

	private static String plain(final double number) {
		return number == Math.rint(number) && Math.abs(number) < 1e9 ? String.valueOf((long) number) : String.valueOf(number);
	}

	static DreamException refusal(final String step, final String reason) {
		return new DreamException("The preprocessing step " + step + " of the package " + reason +
			": import its SavedModel with your own mean and std, or get another package.");
	}
}
