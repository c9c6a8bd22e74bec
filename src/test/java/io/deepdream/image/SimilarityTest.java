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
package io.deepdream.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SimilarityTest {

	private interface Scene {

		double at(double x, double y);
	}

	private static Picture draw(final int width, final int height, final Scene scene) {
		final Picture picture = Picture.create(width, height);
		final float[] data = picture.data();
		for (int i = 0; i < data.length; i++)
			data[i] = (float) scene.at(i / 3 % width, i / 3 / width);
		return picture;
	}

	private static float at(final Picture picture, final int x, final int y) {
		return picture.data()[3 * (y * picture.width() + x)];
	}

	/** A smooth image, zoomed and rotated analytically. */
	@Test
	void equalsTheAnalyticallyTransformedScene() {
		final Scene scene = (x, y) -> 128 + 60 * Math.sin(0.11 * x + 0.3) * Math.cos(0.07 * y) + 0.4 * x;
		final double cx = 30;
		final double cy = 22;
		final double angle = Math.toRadians(20);
		final Picture moved = new Similarity(1.7, 20, cx, cy).apply(draw(80, 60, scene));
		for (int y = 20; y < 40; y++)
			for (int x = 20; x < 50; x++) {
				// clockwise, with y pointing down: a step to the right becomes a step to the right and down
				final double u = (Math.cos(angle) * (x - cx) + Math.sin(angle) * (y - cy)) / 1.7 + cx;
				final double v = (-Math.sin(angle) * (x - cx) + Math.cos(angle) * (y - cy)) / 1.7 + cy;
				assertEquals(scene.at(u, v), at(moved, x, y), 0.3, x + "," + y);
			}
	}

	@Test
	void aRotationBy90DegreesIsClockwise() {
		final Picture arm = draw(21, 21, (x, y) -> y == 10 && x > 12 ? 200 : 0);
		final Picture turned = new Similarity(1, 90, 10, 10).apply(arm);
		assertEquals(200, at(turned, 10, 16), 1e-3);
		assertEquals(0, at(turned, 16, 10), 1e-3);
		assertEquals(0, at(turned, 10, 4), 1e-3);
	}

	@Test
	void theIdentityChangesNothingAndAConstantStaysConstant() {
		final Picture noise = draw(31, 17, (x, y) -> (x * 7919 + y * 104729) % 256);
		final float[] same = (new Similarity(1, 0, 5, 5).apply(noise)).data();
		for (int i = 0; i < same.length; i++)
			assertEquals(noise.data()[i], same[i], 1e-3);
		for (final double zoom : new double[] { 0.5, 0.9, 1.3 })
			for (final float value : (new Similarity(zoom, 33, 3, 15).apply(draw(31, 17, (x, y) -> 77))).data())
				assertEquals(77, value, 1e-3);
	}

	/** Replicated border pixels would give equal rows near the border; mirroring does not. */
	@Test
	void theOutsideIsMirrored() {
		final Picture out = new Similarity(0.5, 0, 19.5, 19.5).apply(draw(40, 40, (x, y) -> 128 +
			100 * Math.sin(0.5 * x)));
		double changes = 0;
		for (int x = 1; x < 9; x++)
			changes += Math.abs(at(out, x, 20) - at(out, x - 1, 20));
		assertTrue(changes > 100, "changes " + changes);
	}

	/** Thirty passes preserve a texture with a period of five pixels, which linear interpolation would blur. */
	@Test
	void repeatedTransformationsBlurLittle() {
		Picture picture = draw(120, 120, (x, y) -> 128 + 100 * Math.sin(2 * Math.PI * x / 5));
		for (int i = 0; i < 30; i++)
			picture = new Similarity(1, i % 2 == 0 ? 3 : -3, 59.5, 59.5).apply(picture);
		float max = 0;
		for (int x = 50; x < 70; x++)
			max = Math.max(max, at(picture, x, 60) - 128);
		assertTrue(max > 80, "amplitude " + max);
	}
}
