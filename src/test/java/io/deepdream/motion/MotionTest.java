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

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

import io.deepdream.image.Picture;
import io.deepdream.image.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimated motion, compared with the one by which the images were made. */
class MotionTest {

	private static final int WIDTH = 160;
	private static final int HEIGHT = 120;

	/** Waves of several lengths and directions: a texture that never repeats within the frame. */
	private static double texture(final double x, final double y) {
		return 128 + 30 * Math.sin(0.31 * x + 0.13 * y) + 25 * Math.sin(0.07 * x - 0.23 * y + 1) + 25 * Math.cos(0.043 * x +
			0.051 * y) + 20 * Math.sin(0.19 * x - 0.05 * y + 2) * Math.cos(0.17 * y);
	}

	/** Unrelated to {@link #texture}. */
	private static double otherTexture(final double x, final double y) {
		return 128 + 40 * Math.cos(0.11 * x * Math.sin(0.02 * y + 1)) + 50 * Math.sin(0.27 * y + 0.09 * x + 0.5);
	}

	private static Picture picture(final int width, final int height, final DoubleBinaryOperator gray) {
		final Picture picture = Picture.create(width, height);
		for (int k = 0; k < picture.data().length; k++) {
			final int i = k / Picture.RGB;
			picture.data()[k] = (float) gray.applyAsDouble(i % width, i / width);
		}
		return picture;
	}

	private static Picture picture(final DoubleBinaryOperator gray) {
		return picture(WIDTH, HEIGHT, gray);
	}

	/** The mean distance, in pixels, between two positions in the earlier frame, over the pixels that were inside. */
	private static double error(final Motion motion, final DoubleBinaryOperator x, final DoubleBinaryOperator y) {
		final Size size = motion.backward().size();
		double sum = 0;
		int n = 0;
		for (int v = 0, i = 0; v < size.height(); v++)
			for (int u = 0; u < size.width(); u++, i++) {
				final double trueX = x.applyAsDouble(u, v);
				final double trueY = y.applyAsDouble(u, v);
				if (trueX < 0 || trueY < 0 || trueX > size.width() - 1 || trueY > size.height() - 1) continue;
				sum += Math.hypot(u + motion.backward().dx()[i] - trueX, v + motion.backward().dy()[i] - trueY);
				n++;
			}
		return sum / n;
	}

	/** The mean visibility of a rectangle. */
	private static double visible(final Motion motion, final int left, final int top, final int right, final int bottom) {
		double sum = 0;
		for (int y = top; y < bottom; y++)
			for (int x = left; x < right; x++)
				sum += motion.visible()[y * motion.backward().size().width() + x];
		return sum / (right - left) / (bottom - top);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "6, 0", "-2.5, 1.25", "3, -7" })
	void translation(final double dx, final double dy) {
		final Motion motion = Motion.between(picture(MotionTest::texture), picture((x, y) -> texture(x + dx, y + dy)));
		final double error = error(motion, (x, y) -> x + dx, (x, y) -> y + dy);
		assertTrue(error < 0.5, "mean error " + error);
		assertTrue(visible(motion, 20, 20, WIDTH - 20, HEIGHT - 20) > 0.98, "visible inside");
	}

	@Test
	void rotation() {
		final double cos = Math.cos(Math.toRadians(3));
		final double sin = Math.sin(Math.toRadians(3));
		final DoubleBinaryOperator beforeX = (x, y) -> 80 + cos * (x - 80) - sin * (y - 60);
		final DoubleBinaryOperator beforeY = (x, y) -> 60 + sin * (x - 80) + cos * (y - 60);
		final Motion motion = Motion.between(picture(MotionTest::texture), picture((x, y) -> texture(beforeX.applyAsDouble(x,
			y), beforeY.applyAsDouble(x, y))));
		final double error = error(motion, beforeX, beforeY);
		assertTrue(error < 0.5, "mean error " + error);
	}

	/** What enters the frame was not visible. */
	@Test
	void whatEntersTheFrameWasNotVisible() {
		final Motion motion = Motion.between(picture(MotionTest::texture), picture((x, y) -> texture(x + 10, y)));
		assertTrue(visible(motion, WIDTH - 9, 0, WIDTH, HEIGHT) < 0.05, "the last columns");
	}

	/** A square moves 10 pixels to the right and uncovers a strip of the background at its left side. */
	@Test
	void uncoveredBackgroundWasNotVisible() {
		final Motion motion = Motion.between(squareAt(50), squareAt(60));
		final double uncovered = visible(motion, 51, 35, 59, 75);
		assertTrue(uncovered < 0.3, "uncovered: " + uncovered);
		final double background = visible(motion, 0, 0, 40, HEIGHT);
		assertTrue(background > 0.95, "background: " + background);
		final double square = visible(motion, 75, 45, 95, 70);
		assertTrue(square > 0.9, "square: " + square);
	}

	/** Where the flow has diverged, nothing is carried; neither beside it, where flow and visibility are interpolated. */
	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, 1e12f })
	void divergedFlowIsNotVisible(final float diverged) {
		final Size reduced = new Size(20, 16);
		final FlowField backward = FlowField.constant(reduced, 0, 0);
		final float[] visible = new float[20 * 16];
		Arrays.fill(visible, 1);
		backward.dx()[8 * 20 + 10] = diverged;
		visible[8 * 20 + 10] = 0;
		final Size size = new Size(40, 32);
		final Motion motion = Motion.enlarged(backward, visible, size);
		final float[] values = new float[Picture.RGB * 40 * 32];
		Arrays.fill(values, 100);
		final float[] carried = motion.carry(values);
		for (int i = 0; i < carried.length; i++) {
			final float expected = motion.visible()[i / Picture.RGB] == 0 ? 0 : 100;
			assertEquals(expected, carried[i], 1e-3, "value " + i);
		}
		assertTrue(visible(motion, 0, 0, 15, 32) > 0.99, "elsewhere");
	}

	private static Picture squareAt(final int left) {
		return picture((x, y) -> x >= left && x < left + 50 && y >= 30 && y < 80 ? otherTexture(x - left, y) : texture(x, y));
	}

	@Test
	void afterACutNothingWasVisible() {
		final Motion motion = Motion.between(picture(MotionTest::texture), picture(MotionTest::otherTexture));
		final double visible = visible(motion, 0, 0, WIDTH, HEIGHT);
		assertTrue(visible < 0.1, "visible: " + visible);
	}

	@Test
	void largeFramesAreEstimatedAtALowerResolution() {
		final int width = 1000;
		final int height = 800;
		assertTrue(width * height > 2 * Motion.MAX_PIXELS);
		final Motion motion = Motion.between(picture(width, height, (x, y) -> texture(x / 4, y / 4)), picture(width, height, (x,
			y) -> texture((x + 12) / 4, (y - 8) / 4)));
		assertEquals(new Size(width, height), motion.backward().size());
		final double error = error(motion, (x, y) -> x + 12, (x, y) -> y - 8);
		assertTrue(error < 1, "mean error " + error);
	}

	@Test
	void tinyAndConstantFramesDoNotMove() {
		for (final Size size : new Size[] { new Size(1, 1), new Size(3, 50), new Size(8, 8), new Size(50, 8), new Size(40, 40) }) {
			final Picture picture = picture(size.width(), size.height(), (x, y) -> 77);
			final Motion motion = Motion.between(picture, picture);
			assertArrayEquals(picture.data(), motion.carry(picture.data()), 1e-3f, size.toString());
		}
	}

	@Test
	void isTheSameEveryTime() {
		final Picture before = squareAt(50);
		final Picture after = squareAt(57);
		final Motion first = Motion.between(before, after);
		final Motion second = Motion.between(before, after);
		assertArrayEquals(first.backward().dx(), second.backward().dx());
		assertArrayEquals(first.visible(), second.visible());
	}

	/** Whole pixels are moved without a change, and a ramp, also negative, is interpolated exactly. */
	@Test
	void carriesValuesAlongTheMotion() {
		final float[] values = picture((x, y) -> 3 * x - 200 + y).data();
		final Size size = new Size(WIDTH, HEIGHT);
		for (final double dx : new double[] { 6, -2, 1.25 }) {
			final float[] carried = Motion.known(FlowField.constant(size, dx, 0.5)).carry(values);
			for (int y = 2; y < HEIGHT - 3; y++)
				for (int x = 4; x < WIDTH - 10; x++)
					assertEquals(3 * (x + dx) - 200 + y + 0.5, carried[Picture.RGB * (y * WIDTH + x) + 1], 1e-3);
		}
		final float[] carried = Motion.known(FlowField.constant(size, 6, 0)).carry(values);
		assertEquals(0, carried[Picture.RGB * (WIDTH - 3)], "what was outside");
	}

	/** 1 inside, 0 outside, and a ramp within the border of the mask, which the border of the image is not. */
	@Test
	void masksFadeOutInsideOfTheirBorder() {
		final int side = 20;
		final float[] mask = new float[side * side];
		for (int i = 0; i < mask.length; i++)
			mask[i] = i % side < 10 ? 1 : 0;
		final float[] faded = Occlusion.fade(mask, new Size(side, side), 2);
		for (int y = 0; y < side; y++)
			assertArrayEquals(new float[] { 1, 1, 1, 1, 1, 1, 1, 1, 0.6f, 0.2f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, Arrays
				.copyOfRange(faded, y * side, (y + 1) * side), 1e-6f);
	}
}
