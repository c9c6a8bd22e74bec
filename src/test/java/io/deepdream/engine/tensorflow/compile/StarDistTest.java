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
package io.deepdream.engine.tensorflow.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.deepdream.Shared;
import io.deepdream.engine.Activations;
import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Region;
import io.deepdream.engine.Stride;
import io.deepdream.engine.Term;
import io.deepdream.model.ModelSpec;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A StarDist of one channel, as its own tool exports it, compared with what Python predicts. */
class StarDistTest {

	/** Of an image with values about 1: the error is smallest, between kinks and rounding. */
	private static final double STEP = 1e-4;
	private static final int WIDTH = 90;
	private static final int HEIGHT = 93;

	@TempDir
	static Path folder;

	private static Path frozen;
	private static JsonObject expected;

	@BeforeAll
	static void read() throws IOException {
		final Path zip = Shared.file("models/stardist-disks/TF_SavedModel.zip");
		try (InputStream file = Files.newInputStream(zip); ZipInputStream in = new ZipInputStream(file)) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				final Path target = folder.resolve("model").resolve(entry.getName());
				Files.createDirectories(entry.isDirectory() ? target : target.getParent());
				if (!entry.isDirectory()) Files.copy(in, target);
			}
		}
		frozen = folder.resolve("stardist.pb");
		Files.write(frozen, Engines.freeze(folder.resolve("model"), ""));
		expected = JsonParser.parseString(Files.readString(Shared.file("models/stardist-disks/predict.json"))).getAsJsonObject();
	}

	private static GradientEngine open() throws IOException {
		final Properties properties = new Properties();
		// the image is in the network's own units
		properties.setProperty("mean", "0");
		return Engines.open(new ModelSpec("stardist", frozen.toUri().toURL(), properties));
	}

	private static List<float[]> rows(final JsonArray array) {
		final List<float[]> rows = new ArrayList<>();
		array.forEach(row -> {
			final float[] values = new float[row.getAsJsonArray().size()];
			for (int i = 0; i < values.length; i++)
				values[i] = row.getAsJsonArray().get(i).getAsFloat();
			rows.add(values);
		});
		return rows;
	}

	private static float[] image(final List<float[]> rows) {
		final int width = rows.get(0).length;
		final float[] image = new float[rows.size() * width];
		for (int y = 0; y < rows.size(); y++)
			System.arraycopy(rows.get(y), 0, image, y * width, width);
		return image;
	}

	@Test
	void theOutputIsThatOfPython() throws IOException {
		final float[] image = image(rows(expected.getAsJsonArray("image")));
		assertEquals(WIDTH * HEIGHT, image.length);
		final float[] probabilities = image(rows(expected.getAsJsonObject("prob").getAsJsonArray("values")));
		try (GradientEngine engine = open()) {
			assertEquals(1, engine.inputChannels());
			final Activations prob = engine.activations("prob/Sigmoid", image, WIDTH, HEIGHT);
			assertEquals(45, prob.width());
			assertEquals(47, prob.height());
			assertArrayEquals(probabilities, prob.values(), 1e-4f);
			final Activations dist = engine.activations("dist/BiasAdd", image, WIDTH, HEIGHT);
			final JsonArray means = expected.getAsJsonObject("dist").getAsJsonArray("mean_by_ray");
			assertEquals(16, dist.channels());
			for (int ray = 0; ray < 16; ray++) {
				double sum = 0;
				// Python limits distances from below
				for (int i = ray; i < dist.values().length; i += 16)
					sum += Math.max(1e-3, dist.values()[i]);
				assertEquals(means.get(ray).getAsDouble(), sum / (45 * 47), 1e-4 * means.get(ray).getAsDouble() + 1e-4);
			}
		}
	}

	/** The last layer of the graph is the output that the tool adds for Fiji, at the size of the image. */
	@Test
	void theGradientOfTheOutputEqualsDifferences() throws IOException {
		final float[] image = image(rows(expected.getAsJsonArray("image")));
		try (GradientEngine engine = open()) {
			final LayerInfo output = engine.layers().get(engine.layers().size() - 1);
			assertEquals(17, output.channels());
			assertEquals(Stride.of(1), output.stride());
			for (final LayerInfo layer : engine.layers())
				if (layer == output || layer.name().equals("prob/Sigmoid")) assertGradient(engine, layer, image);
		}
	}

	private static void assertGradient(final GradientEngine engine, final LayerInfo layer, final float[] image) {
		final float[] weights = new float[layer.channels()];
		Arrays.fill(weights, 1f / weights.length);
		final Region all = new Region(0, 0, engine.receptiveField(layer.name(), Axis.WIDTH, WIDTH).positions(), engine.receptiveField(layer
			.name(), Axis.HEIGHT, HEIGHT).positions(), 1);
		final float[] gradient = new float[image.length];
		final float[] ignored = new float[image.length];
		final double[] errors = new double[9];
		try (GradientFunction f = engine.compile(List.of(new Term(layer.name(), weights, Term.SQUARE)))) {
			f.evaluate(image, WIDTH, HEIGHT, List.of(all), gradient);
			double norm = 0;
			for (final float g : gradient)
				norm += (double) g * g;
			final double scale = Math.sqrt(image.length / norm);
			final Random random = new Random(4);
			for (int k = 0; k < errors.length; k++) {
				final float[] up = image.clone();
				final float[] down = image.clone();
				double derivative = 0;
				for (int i = 0; i < image.length; i++) {
					final double v = STEP * (scale * gradient[i] + random.nextGaussian());
					up[i] += v;
					down[i] -= v;
					derivative += gradient[i] * ((double) up[i] - down[i]);
				}
				final double difference = f.evaluate(up, WIDTH, HEIGHT, List.of(all), ignored) - f.evaluate(down, WIDTH, HEIGHT, List.of(all),
					ignored);
				errors[k] = Math.abs(difference - derivative) / Math.abs(derivative);
			}
		}
		Arrays.sort(errors);
		assertTrue(errors[errors.length / 2] < 2e-3, layer.name() + ": relative errors " + Arrays.toString(errors));
	}
}
