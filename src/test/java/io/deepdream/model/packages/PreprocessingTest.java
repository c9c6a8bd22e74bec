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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps of bioimage.io against values computed by hand from their formulas, and what cannot be expressed. */
class PreprocessingTest {

	private static final Map<String, Object> ALL_AXES = Map.of();

	private static TensorAxes axes(final int channels) {
		return new TensorAxes(new Metadata("test", Map.of("axes", "byxc", "shape", List.of(1, 64, 64, channels))), Map.of());
	}

	private static Metadata step(final String name, final Map<String, ?> kwargs) {
		return new Metadata("test", Map.of("name", name, "kwargs", kwargs));
	}

	private static Properties of(final int channels, final Metadata... steps) {
		return Preprocessing.of(List.of(steps), axes(channels), "raw");
	}

	private static String normalisation(final int channels, final Metadata... steps) {
		return of(channels, steps).getProperty("normalise-input");
	}

	private static String errorMessage(final int channels, final Metadata... steps) {
		return assertThrows(DreamException.class, () -> of(channels, steps)).getMessage();
	}

	/** What the network receives for a pixel, as ModelSpec defines it. */
	private static double input(final Properties properties, final int channel, final double value)
		throws MalformedURLException
	{
		final ModelSpec spec = new ModelSpec("test", new URL("file:/x.pb"), properties);
		return (value - spec.mean()[channel]) * spec.scale()[channel];
	}

	private static void assertInputs(final Properties properties, final double value, final double... expected)
		throws MalformedURLException
	{
		for (int c = 0; c < 3; c++)
			assertEquals(expected[c], input(properties, c, value), 1e-5 * (1 + Math.abs(expected[c])), "channel " + c);
	}

	@Test
	void withoutStepsTheImageIsUnchanged() throws MalformedURLException {
		final Properties properties = of(3);
		assertFalse(properties.containsKey("normalise-input"));
		assertInputs(properties, 200, 200, 200, 200);
	}

	/** tensor * gain + offset */
	@Test
	void scaleLinear() throws MalformedURLException {
		assertInputs(of(3, step("scale_linear", Map.of("gain", 0.5, "offset", 3))), 200, 103, 103, 103);
		assertInputs(of(3, step("scale_linear", Map.of("gain", List.of(1, 2, -1), "offset", List.of(0, -100, 5)))), 200, 200,
			300, -195);
		// without gain, 1
		assertInputs(of(3, step("scale_linear", Map.of("offset", -128))), 200, 72, 72, 72);
	}

	/** (tensor - mean) / std, and with eps (tensor - mean) / (std + eps) */
	@Test
	void fixedMeanAndVariance() throws MalformedURLException {
		final Map<String, Object> numbers = Map.of("mean", List.of(100, 120, 140), "std", List.of(50, 40, 30));
		assertInputs(of(3, step("fixed_zero_mean_unit_variance", numbers)), 200, 2, 2, 2);
		assertInputs(of(3, step("zero_mean_unit_variance", Map.of("mode", "fixed", "mean", 100, "std", 20, "eps", 5))), 200, 4,
			4, 4);
		assertInputs(of(3, step("zero_mean_unit_variance", Map.of("mean", 180, "std", 10))), 200, 2, 2, 2);
	}

	/** The steps of a network of torchvision: first to 0..1, then by ImageNet's mean and standard deviation. */
	@Test
	void stepsWithFixedNumbersCombine() throws MalformedURLException {
		final Properties properties = of(3, step("ensure_dtype", Map.of("dtype", "float32")), step("scale_linear", Map.of("gain",
			1 / 255.)), step("fixed_zero_mean_unit_variance", Map.of("mean", List.of(0.485, 0.456, 0.406), "std", List.of(0.229,
				0.224, 0.225), "axis", "channel")));
		assertInputs(properties, 255, 2.24891, 2.42857, 2.64);
		assertInputs(properties, 0, -2.117904, -2.035714, -1.804444);
	}

	@Test
	void measuredSteps() {
		assertEquals("percentiles 1 99.8", normalisation(1, step("scale_range", Map.of("mode", "per_sample", "axes", "yx",
			"min_percentile", 1, "max_percentile", 99.8, "eps", 1e-6))));
		assertEquals("minmax", normalisation(1, step("scale_range", Map.of("axes", "xy"))));
		assertEquals("standardise", normalisation(1, step("zero_mean_unit_variance", Map.of("mode", "per_sample", "axes",
			"xy"))));
		assertEquals("standardise", normalisation(1, step("zero_mean_unit_variance", Map.of("axes", List.of("y", "x")))));
		assertEquals("0", of(1, step("scale_range", ALL_AXES)).getProperty("mean"));
	}

	/** Percentiles are of each channel, mean and variance of the image, unless the value says otherwise. */
	@ParameterizedTest
	@CsvSource({ "scale_range, yx, minmax", "scale_range, yxc, minmax together", "zero_mean_unit_variance, yxc, standardise",
		"zero_mean_unit_variance, yx, standardise separately", "scale_range, byxc, minmax together" })
	void channelsSeparatelyOrTogether(final String name, final String axes, final String expected) {
		assertEquals(expected, normalisation(3, step(name, Map.of("axes", axes, "mode", "per_sample"))));
	}

	/** A percentile of a linear function of the image is the function of the percentile. */
	@Test
	void stepsBeforeANormalisationMayVanish() {
		assertEquals("minmax", normalisation(3, step("scale_linear", Map.of("gain", List.of(1, 2, 3), "offset", 7)), step(
			"scale_range", Map.of("axes", "xy"))));
		assertEquals("standardise", normalisation(1, step("scale_range", Map.of("axes", "xy")), step("zero_mean_unit_variance", Map
			.of("axes", "xy"))));
		assertTrue(errorMessage(3, step("scale_linear", Map.of("gain", List.of(1, 2, 3))), step("scale_range", Map.of("axes",
			"xyc"))).contains("steps before it"));
		assertTrue(errorMessage(3, step("scale_range", Map.of("axes", "xy")), step("zero_mean_unit_variance", Map.of("axes",
			"xyc"))).contains("steps before it"));
		assertTrue(errorMessage(1, step("scale_linear", Map.of("gain", -1)), step("scale_range", Map.of("axes", "xy"))).contains(
			"steps before it"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "binarize", "clip", "sigmoid", "softmax", "scale_mean_variance", "something_new" })
	void refusesOtherStepsByName(final String name) {
		assertTrue(errorMessage(1, step("scale_range", ALL_AXES), step(name, ALL_AXES)).startsWith("The preprocessing step " +
			name + " of the package cannot be expressed"));
	}

	@Test
	void refusesWhatWouldBeInexact() {
		assertTrue(errorMessage(1, step("zero_mean_unit_variance", Map.of("mode", "per_dataset", "axes", "xy"))).contains(
			"data set"));
		assertTrue(errorMessage(1, step("scale_range", Map.of("axes", "x"))).contains("other axes than x and y"));
		assertTrue(errorMessage(1, step("scale_range", Map.of("eps", 0.1))).contains("eps above"));
		assertTrue(errorMessage(1, step("scale_range", Map.of("reference_tensor", "mask"))).contains("another image"));
		assertEquals("minmax", normalisation(1, step("scale_range", Map.of("reference_tensor", "raw"))));
		assertTrue(errorMessage(1, step("scale_range", ALL_AXES), step("scale_linear", Map.of("gain", 2))).contains(
			"scale_linear"));
		assertTrue(errorMessage(1, step("scale_linear", Map.of("gain", 0))).contains("removes the image"));
		assertTrue(errorMessage(1, step("ensure_dtype", Map.of("dtype", "uint8"))).contains("rounds to uint8"));
		assertTrue(errorMessage(3, step("scale_linear", Map.of("gain", List.of(1, 2)))).contains("one number or 3"));
		assertTrue(errorMessage(3, step("scale_linear", Map.of("gain", List.of(1, 2, 3), "axis", "y"))).contains("axis y"));
		assertTrue(errorMessage(1, step("fixed_zero_mean_unit_variance", Map.of("mean", 1, "std", 0))).contains("above 0"));
		assertTrue(errorMessage(1, step("scale_range", Map.of("min_percentile", 99, "max_percentile", 1))).contains(
			"below max_percentile"));
		assertTrue(errorMessage(1, step("scale_linear", Map.of("gain", "much"))).contains("must be a number"));
	}
}
