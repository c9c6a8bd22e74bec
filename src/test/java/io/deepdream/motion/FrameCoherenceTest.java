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
package io.deepdream.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import io.deepdream.image.Picture;

import org.junit.jupiter.api.Test;

/** Dreams are replaced by changes of a known strength here. */
class FrameCoherenceTest {

	private static final int SIDE = 64;

	private static Picture scene(final double phase) {
		final Picture picture = Picture.create(SIDE, SIDE);
		for (int k = 0; k < picture.data().length; k++) {
			final int x = k / Picture.RGB % SIDE;
			final int y = k / Picture.RGB / SIDE;
			picture.data()[k] = (float) (128 + 30 * Math.sin(0.3 * x + phase) + 30 * Math.cos(0.2 * y + 0.1 * x * phase));
		}
		return picture;
	}

	/** A change of the given standard deviation, partly the same for each seed. */
	private static Picture changed(final Picture start, final double std, final double common, final int seed) {
		final Random always = new Random(1000);
		final Random random = new Random(seed);
		final Picture result = start.copy();
		for (int k = 0; k < result.data().length; k++)
			result.data()[k] += std * (Math.sqrt(common) * always.nextGaussian() + Math.sqrt(1 - common) * random.nextGaussian());
		return result;
	}

	@Test
	void withoutCoherenceNothingChanges() {
		final FrameCoherence none = new FrameCoherence(0);
		for (int i = 0; i < 3; i++) {
			final Picture input = scene(1);
			final FrameCoherence.Frame frame = none.frame(i, i - 1, input);
			assertSame(input, frame.start());
			final Picture dream = changed(input, 5, 0, i);
			assertSame(dream, frame.finish(dream));
		}
	}

	@Test
	void theFirstFrameAndTheFrameAfterACutAreDreamedAnew() {
		final FrameCoherence coherence = new FrameCoherence(0.8);
		final Picture input = scene(0.5);
		final FrameCoherence.Frame first = coherence.frame(0, -1, input);
		assertSame(input, first.start());
		final Picture dream = changed(input, 5, 0, 1);
		assertSame(dream, first.finish(dream));
		final Picture cut = new Picture(input.size(), Picture.RGB, noise());
		final FrameCoherence.Frame second = coherence.frame(1, 0, cut);
		final Picture other = changed(second.start(), 5, 0, 2);
		final Picture result = second.finish(other);
		double carried = 0;
		double lost = 0;
		for (int k = 0; k < other.data().length; k++) {
			carried += Math.abs(second.start().data()[k] - cut.data()[k]) / other.data().length;
			lost += Math.abs(result.data()[k] - other.data()[k]) / other.data().length;
		}
		assertTrue(carried < 0.2 && lost < 0.2, "carried " + carried + ", lost " + lost);
	}

	private static float[] noise() {
		final Random random = new Random(5);
		final float[] values = new float[Picture.RGB * SIDE * SIDE];
		for (int k = 0; k < values.length; k++)
			values[k] = random.nextInt(256);
		return values;
	}

	/** For dreams that differ in every frame, that are partly the same, and that are the same. */
	@Test
	void detailNeitherFadesNorAccumulates() {
		for (final double share : new double[] { 0.5, 0.8, 1 })
			for (final double common : new double[] { 0, 0.5, 1 }) {
				final FrameCoherence coherence = new FrameCoherence(share);
				final Picture input = scene(1);
				Picture result = null;
				for (int i = 0; i < 20; i++) {
					final FrameCoherence.Frame frame = coherence.frame(i, i - 1, input);
					result = frame.finish(changed(frame.start(), 5, common, i));
				}
				assertEquals(5, Flicker.detail(input, result), 0.5, "share " + share + ", common " + common);
			}
	}

	@Test
	void detailIsCarriedAndReleased() {
		final FrameCoherence coherence = new FrameCoherence(0.5);
		final Picture input = scene(1);
		final Picture dream = changed(input, 5, 0, 1);
		coherence.frame(0, -1, input).finish(dream);
		final Picture start = coherence.frame(1, 0, input).start();
		final float[] expected = input.data().clone();
		for (int k = 0; k < expected.length; k++)
			expected[k] += 0.5f * (dream.data()[k] - input.data()[k]);
		assertArrayEquals(expected, start.data(), 0.01f);
		assertSame(input, coherence.frame(1, 0, input).start(), "the frame before is not retained");
	}
}
