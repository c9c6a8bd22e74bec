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
package io.deepdream.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.train.network.Distillation;
import io.deepdream.train.network.InceptionV1;
import io.deepdream.train.network.Student;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Distillation between tiny networks. */
class TrainingTest {

	@TempDir
	Path folder;

	private static Distillation.Settings settings() {
		final Distillation.Settings settings = new Distillation.Settings();
		settings.pictures = 8;
		settings.side = 64;
		settings.half = false;
		settings.threads = 1;
		return settings;
	}

	private Distillation distillation(final Student student, final ModelSpec spec,
		final Distillation.Settings settings)
	{
		return new Distillation(TinyNetworks.save(folder, "teacher", 0.125, 1), student, spec, Layers.BLOCKS,
			Layers.MATCHED, settings);
	}

	private static double sum(final float[] values) {
		double sum = 0;
		for (final float value : values)
			sum += value;
		return sum;
	}

	@Test
	void stepsReduceTheErrors() {
		final ModelSpec spec = TinyNetworks.save(folder, "student", 0.125, 2);
		final Student student = new Student(spec.read());
		try (Distillation distillation = distillation(student, spec, settings())) {
			final Training training = new Training(distillation, student, TinyNetworks::crop, 2e-3, 1000, 1, 3);
			training.fitAdapters();
			final double[] errors = new double[50];
			for (int step = 0; step < errors.length; step++)
				errors[step] = sum(training.step().errors);
			final double first = Arrays.stream(errors, 0, 10).sum();
			final double last = Arrays.stream(errors, 40, 50).sum();
			assertTrue(last < 0.8 * first, "errors from " + first + " to " + last);
		}
	}

	@Test
	void aResumedTrainingIsBitwiseEqual() throws IOException {
		final ModelSpec spec = TinyNetworks.save(folder, "student", 0.125, 2);
		final Student student = new Student(spec.read());
		final Path checkpoint = folder.resolve("checkpoint");
		try (Distillation distillation = distillation(student, spec, settings())) {
			final Training whole = new Training(distillation, student, TinyNetworks::crop, 1e-3, 100, 5, 3);
			whole.fitAdapters();
			for (int step = 0; step < 3; step++)
				whole.step();
			whole.save(checkpoint);
			for (int step = 0; step < 3; step++)
				whole.step();
			final Training resumed = new Training(distillation, student, TinyNetworks::crop, 1e-3, 100, 5, 3);
			resumed.resume(checkpoint);
			assertEquals(3, resumed.done());
			for (int step = 0; step < 3; step++)
				resumed.step();
			assertArrayEquals(whole.frozen(), resumed.frozen());

			final byte[] bytes = Files.readAllBytes(checkpoint);
			Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length / 2));
			assertThrows(IOException.class, () -> resumed.resume(checkpoint));
			Files.write(checkpoint, "not a checkpoint".getBytes());
			assertThrows(IOException.class, () -> resumed.resume(checkpoint));
		}
	}

	/** The change of the loss along the gradient has the size that the gradient predicts, also for the cosine's part. */
	@Test
	void theGradientIsThatOfTheLosses() {
		final ModelSpec spec = TinyNetworks.save(folder, "student", 0.125, 2);
		final Student student = new Student(spec.read());
		final Distillation.Settings settings = settings();
		settings.directionWeight = 1e4f;
		settings.offset = 0.05f;
		try (Distillation distillation = distillation(student, spec, settings)) {
			final List<float[]> weights = new ArrayList<>(student.weights());
			for (final int[] shape : new ArrayList<>(distillation.parameters().values()).subList(weights.size(), distillation
				.parameters().size()))
				weights.add(new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)]);
			final float[] pictures = ((Crops) TinyNetworks::crop).batch(settings.pictures, settings.side, new Random(5));
			final float[] objectives = new float[settings.pictures * Layers.BLOCKS.size()];
			for (int i = 0; i < settings.pictures; i++)
				objectives[i * Layers.BLOCKS.size() + i % 6] = 1;
			final float[] channels = new float[settings.pictures * distillation.matchedChannels()];
			final float[] stepSizes = new float[2 * settings.pictures];
			final Distillation.Step before = distillation.step(weights, pictures, objectives, channels, stepSizes);
			double squares = 0;
			for (final float[] gradient : before.gradients)
				for (final float g : gradient)
					squares += (double) g * g;
			// small enough that few ReLUs and positions of maxima change
			final double expected = 1e-4;
			final double factor = expected * settings.directionWeight / squares;
			for (int k = 0; k < weights.size(); k++)
				for (int i = 0; i < weights.get(k).length; i++)
					weights.get(k)[i] -= factor * before.gradients.get(k)[i];
			final Distillation.Step after = distillation.step(weights, pictures, objectives, channels, stepSizes);
			final double increase = (sum(after.cosines) - sum(before.cosines)) / settings.pictures;
			assertEquals(expected, increase, 0.3 * expected);
		}
	}

	@Test
	void aLayerwiseFitReproducesATeacherOfTheSameWidth() throws IOException {
		final ModelSpec teacher = TinyNetworks.save(folder, "teacher", 0.125, 1);
		final ModelSpec random = TinyNetworks.save(folder, "student", 0.125, 2);
		final Student student = new Student(random.read());
		final byte[] fitted = student.with(new LayerwiseFit(teacher, student, random, TinyNetworks::crop, 96, 6).fit());
		final ModelSpec spec = ModelCatalogue.find(Files.write(folder.resolve("fitted.pb"), fitted).toString());
		final float[] picture = TinyNetworks.crop(96, new Random(9));
		try (GradientEngine a = Engines.open(teacher);
				GradientEngine b = Engines.open(spec);
				GradientEngine c = Engines.open(random))
		{
			final float[] expected = a.activations("mixed4b", picture, 96, 96).values();
			assertTrue(distance(expected, b.activations("mixed4b", picture, 96, 96).values()) < 0.05);
			assertTrue(distance(expected, c.activations("mixed4b", picture, 96, 96).values()) > 0.5);
		}
	}

	private static double distance(final float[] expected, final float[] actual) {
		double error = 0;
		double all = 0;
		for (int i = 0; i < expected.length; i++) {
			error += (expected[i] - actual[i]) * (expected[i] - actual[i]);
			all += expected[i] * expected[i];
		}
		return error / all;
	}

	@Test
	void storedStudentsAreMeansInHalfOfTheSpace() throws IOException {
		final Path a = Files.write(folder.resolve("a.pb"), TinyNetworks.save(folder, "student", 0.125, 2).read());
		final Student student = new Student(Files.readAllBytes(a));
		final List<float[]> others = student.weights();
		for (final float[] values : others)
			for (int i = 0; i < values.length; i++)
				values[i] += 0.5f;
		final Path b = Files.write(folder.resolve("b.pb"), student.with(others));
		final Path out = folder.resolve("stored.pb");
		Store.main("students=" + a + "," + b, "out=" + out);
		assertTrue(Files.size(out) < 0.6 * Files.size(a), Files.size(out) + " bytes of " + Files.size(a));
		final List<float[]> mean = new Student(Files.readAllBytes(out)).weights();
		assertEquals(others.size(), mean.size());
		for (int k = 0; k < mean.size(); k++)
			for (int i = 0; i < mean.get(k).length; i++)
				// the middle of the two; float16 has 11 significant bits
				assertEquals(others.get(k)[i] - 0.25, mean.get(k)[i], 0.25 / 512);
		final Path wider = Files.write(folder.resolve("wider.pb"), TinyNetworks.save(folder, "wider", 0.25, 2).read());
		assertThrows(IllegalArgumentException.class, () -> Store.main("students=" + a + "," + wider, "out=" + out));
	}

	@Test
	void aFitWithOtherWidthsPerBlock() {
		final byte[] narrow = InceptionV1.frozen(0.125, 0.125, Map.of("mixed5b", 0.25), true, 1);
		final Map<String, int[]> shapes = new Student(narrow).shapes();
		assertEquals(32, shapes.get("mixed5a_1x1_w")[3]);
		assertEquals(96, shapes.get("mixed5b_1x1_w")[3]);
		assertThrows(IllegalArgumentException.class, () -> InceptionV1.frozen(1, 1, Map.of("mixed6", 1.0), true, 1));
	}

	@Test
	void someCropsAreDreamed() {
		try (GradientEngine engine = Engines.open(TinyNetworks.save(folder, "teacher", 0.125, 1))) {
			final Random random = new Random(4);
			final Crops flat = (side, r) -> TinyNetworks.crop(side, new Random(9));
			final float[] plain = flat.crop(64, random);
			assertArrayEquals(plain, new DreamedCrops(flat, engine, 0).crop(64, random));
			int dreamed = 0;
			for (int i = 0; i < 20; i++)
				if (!Arrays.equals(plain, new DreamedCrops(flat, engine, 0.5).crop(64, random))) dreamed++;
			assertTrue(dreamed >= 5 && dreamed <= 15, dreamed + " of 20 are dreams");
		}
	}
}
