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
package io.deepdream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.deepdream.dream.Dream;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.train.network.Student;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paper's pictures, and long runs, with trained networks. */
class RealNetworkTest {

	private static final String EMBEDDED = "compact-inception";

	private static List<Double> scores(final String model, final String options) {
		try (DeepDream deepDream = DeepDream.open(model)) {
			return deepDream.dream(null, DreamParams.fromNoise().withOptions(options), DreamListener.SILENT).scores();
		}
	}

	/** The score may decrease slightly in a few steps, where the position of a maximum changes. */
	private static void assertRises(final List<Double> scores, final int steps) {
		assertEquals(steps, scores.size());
		int rises = 0;
		for (int i = 1; i < steps; i++)
			if (scores.get(i) > scores.get(i - 1)) rises++;
		assertTrue(rises >= 0.9 * (steps - 1), "rose in " + rises + " of " + (steps - 1) + " steps: " + scores);
		assertTrue(scores.get(steps - 1) > scores.get(0) + 10 * Math.abs(scores.get(0)), scores.toString());
	}

	@Test
	void thePapersFirstPicture() {
		assertRises(scores(EMBEDDED, ""), 60);
	}

	@Test
	void thePapersFirstPictureByGoogLeNet() {
		assertRises(scores(Shared.googleNet(), "iterations=30"), 30);
	}

	/** Naive, and tiled with a shifted tile grid. */
	@ParameterizedTest
	@ValueSource(strings = { "iterations=16", "iterations=16 mode=tiled tile=128 width=200 height=150 jitter=32" })
	void optimizersReachHigherScores(final String options) {
		final double plain = last(scores(EMBEDDED, options));
		final double momentum = last(scores(EMBEDDED, options + " optimizer=momentum"));
		final double preconditioned = last(scores(EMBEDDED, options + " optimizer=preconditioned"));
		assertTrue(momentum > 1.3 * plain, plain + ", " + momentum);
		assertTrue(preconditioned > 1.3 * plain, plain + ", " + preconditioned);
	}

	private static double last(final List<Double> scores) {
		return scores.get(scores.size() - 1);
	}

	/** The tile grid is shifted, so each step evaluates another mean; the score rises over many steps. */
	@Test
	void aLargerPictureInTiles() {
		final List<Double> scores = scores(EMBEDDED, "mode=tiled tile=128 width=300 height=260 jitter=32 iterations=20");
		for (int i = 5; i < 20; i++)
			assertTrue(scores.get(i) > scores.get(i - 5), scores.toString());
	}

	/**
	 * One step differs by far less than a grey level. Further steps amplify any rounding: after a
	 * whole dream the pictures differ as if the start image had been changed by 0.05 grey levels,
	 * but the score is the same.
	 */
	@Test
	void float16WeightsDreamLikeFloat32Weights(@TempDir final Path folder) throws IOException {
		// without their properties, both have the default mean
		final Path full = Files.copy(Path.of(Shared.googleNet()), folder.resolve("full.pb"));
		final Path half = Files.write(folder.resolve("half.pb"), new Student(Files.readAllBytes(full)).inFloat16());
		assertTrue(Files.size(half) < 0.51 * Files.size(full), Files.size(half) + " bytes");
		final Picture start = Picture.create(160, 120);
		final Random random = new Random(1);
		for (int i = 0; i < start.data().length; i++)
			start.data()[i] = 128 + (float) (40 * Math.sin(i / 97.0) + 20 * random.nextGaussian());
		try (DeepDream a = DeepDream.open(full.toString());
				DeepDream b = DeepDream.open(half.toString()))
		{
			final DreamParams step = DreamParams.parse("layer=mixed4c octaves=1 iterations=1");
			final float[] expected = a.dream(start, step, DreamListener.SILENT).picture().data();
			final float[] actual = b.dream(start, step, DreamListener.SILENT).picture().data();
			double sum = 0;
			int large = 0;
			for (int i = 0; i < expected.length; i++) {
				sum += Math.abs(expected[i] - actual[i]);
				if (Math.abs(expected[i] - actual[i]) > 1) large++;
			}
			assertTrue(sum / expected.length < 0.1, "mean difference " + sum / expected.length);
			assertTrue(large < 0.001 * expected.length, large + " of " + expected.length + " differ by more than 1");
			final DreamParams steps = DreamParams.parse("layer=mixed4c octaves=1 iterations=20");
			final double score = last(a.dream(start, steps, DreamListener.SILENT).scores());
			assertEquals(score, last(b.dream(start, steps, DreamListener.SILENT).scores()), 0.05 * score);
		}
	}

	/** Growth of heap and native memory in a hundred steps, the median of eight: other work moves single ones. */
	@Test
	void aThousandStepsDoNotIncreaseMemory() {
		assumeTrue(ResidentMemory.isKnown(), "no /proc: skipped");
		final Picture picture = Picture.create(96, 96);
		final Random random = new Random(1);
		final float[] data = picture.data();
		for (int i = 0; i < data.length; i++)
			data[i] = 255 * random.nextFloat();
		final List<Long> heap = new ArrayList<>();
		final List<Long> resident = new ArrayList<>();
		try (DeepDream deepDream = DeepDream.open(EMBEDDED)) {
			final Dream dream = deepDream.dream(picture, DreamParams.parse("octaves=1 iterations=1000 step=0.1"),
				new DreamListener() {

					@Override
					public void progress(final double done, final int octave, final int octaves, final int step,
						final int steps, final double score)
					{
						if (step < 200 || step % 100 != 0) return;
						System.gc();
						final Runtime runtime = Runtime.getRuntime();
						heap.add(runtime.totalMemory() - runtime.freeMemory());
						resident.add(ResidentMemory.now());
					}
				});
			assertEquals(1000, dream.scores().size());
		}
		final double mib = 1 << 20;
		assertTrue(growth(heap) < 0.5 * mib, "the heap grew by " + growth(heap) / mib + " MiB");
		// one leaked tensor of the picture in each step would be 10.5 MiB
		assertTrue(growth(resident) < 5 * mib, "native memory grew by " + growth(resident) / mib + " MiB");
	}

	/** Median of the differences of neighbours. */
	private static double growth(final List<Long> values) {
		final long[] differences = new long[values.size() - 1];
		for (int i = 0; i < differences.length; i++)
			differences[i] = values.get(i + 1) - values.get(i);
		Arrays.sort(differences);
		return (differences[(differences.length - 1) / 2] + differences[differences.length / 2]) / 2.0;
	}
}
