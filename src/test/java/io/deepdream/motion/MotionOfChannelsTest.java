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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deepdream.image.Picture;
import io.deepdream.image.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Motion of pictures with one, two and five channels, compared with that of gray RGB pictures. */
class MotionOfChannelsTest {

	private static final int WIDTH = 64;
	private static final int HEIGHT = 48;

	/** All channels are equal. */
	private static Picture scene(final int channels, final double shift) {
		final Picture picture = Picture.create(WIDTH, HEIGHT, channels);
		for (int k = 0; k < picture.data().length; k++) {
			final double x = k / channels % WIDTH + shift;
			final int y = k / channels / WIDTH;
			picture.data()[k] = (float) (128 + 40 * Math.sin(0.31 * x + 0.13 * y) + 40 * Math.cos(0.07 * x - 0.23 * y));
		}
		return picture;
	}

	private static float[] channel(final float[] values, final int channels, final int channel) {
		final float[] result = new float[values.length / channels];
		for (int i = 0; i < result.length; i++)
			result[i] = values[i * channels + channel];
		return result;
	}

	@Test
	void luminance() {
		final Picture one = scene(1, 0);
		assertArrayEquals(one.data(), Luminance.of(one, 1 << 20).values());
		final Picture two = new Picture(new Size(1, 1), 2, new float[] { 10, 30 });
		assertArrayEquals(new float[] { 20 }, Luminance.of(two, 100).values());
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void eachChannelIsCarried(final int channels) {
		final float[] dx = new float[WIDTH * HEIGHT];
		final float[] dy = new float[dx.length];
		for (int i = 0; i < dx.length; i++) {
			dx[i] = 2.3f;
			dy[i] = -1.6f + i % 7 * 0.1f;
		}
		final Motion motion = Motion.known(new FlowField(new Size(WIDTH, HEIGHT), dx, dy));
		final float[] values = new float[channels * dx.length];
		for (int k = 0; k < values.length; k++)
			values[k] = (float) Math.sin(0.01 * k * (1 + k % channels));
		final float[] carried = motion.carry(values);
		for (int c = 0; c < channels; c++)
			assertArrayEquals(motion.carry(channel(values, channels, c)), channel(carried, channels, c), 1e-6f);
	}

	/** A film of several equal channels gives what one of gray colours gives. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5 })
	void coherence(final int channels) {
		final Picture[] expected = film(3);
		final Picture[] actual = film(channels);
		double carried = 0;
		for (int i = 0; i < expected.length; i++) {
			assertEquals(channels, actual[i].channels());
			for (int c = 0; c < channels; c++)
				assertArrayEquals(channel(expected[i].data(), 3, 0), channel(actual[i].data(), channels, c), 0.05f);
		}
		final float[] input = scene(channels, 3).data();
		for (int k = 0; k < input.length; k++)
			carried += Math.abs(actual[3].data()[k] - input[k]) / input.length;
		assertTrue(carried > 2, "mean change " + carried);
	}

	/** The starts and results of two frames whose dream adds waves. */
	private static Picture[] film(final int channels) {
		final FrameCoherence coherence = new FrameCoherence(0.8);
		final Picture[] result = new Picture[4];
		for (int frame = 0; frame < 2; frame++) {
			final FrameCoherence.Frame current = coherence.frame(frame, frame - 1, scene(channels, 3 * frame));
			result[2 * frame] = current.start();
			final Picture dream = current.start().copy();
			for (int k = 0; k < dream.data().length; k++)
				dream.data()[k] += (float) (8 * Math.sin(0.9 * (k / channels)));
			result[2 * frame + 1] = current.finish(dream);
		}
		return result;
	}
}
