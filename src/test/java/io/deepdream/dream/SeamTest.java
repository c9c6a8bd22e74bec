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
package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import ij.IJ;
import ij.process.ColorProcessor;

import net.imglib2.img.array.ArrayImgs;

import io.deepdream.DeepDream;
import io.deepdream.Shared;
import io.deepdream.image.Picture;
import io.deepdream.image.Pictures;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With the default overlap, tile borders are invisible, even if the tiles never move. */
@Tag("slow")
class SeamTest {

	private static final int TILE = 128;

	private static double metric(final Picture picture, final String options) {
		try (DeepDream deepDream = DeepDream.open("compact-inception")) {
			return Seams.metric(deepDream.dream(picture, DreamParams.parse(
				"octaves=1 iterations=10 jitter=0 layer=mixed4c tile=" + TILE + options), DreamListener.SILENT).picture(), TILE,
				16);
		}
	}

	/**
	 * Relative to dreams without tiles, as the mean of several: a single one varies by up
	 * to 0.07, also without tiles (docs/tiles.md). With noise of a quarter of a grey
	 * level, because in an image of one colour rounding decides which input max pooling selects.
	 */
	private static double onGray(final String options) {
		final Random random = new Random(1);
		double tiled = 0;
		double whole = 0;
		for (final int level : new int[] { 96, 128, 160 }) {
			final Picture gray = Picture.create(640, 640);
			final float[] data = gray.data();
			for (int i = 0; i < data.length; i++)
				data[i] = level + 0.25f * (float) random.nextGaussian();
			tiled += metric(gray, options);
			whole += metric(gray, " mode=naive");
		}
		return tiled / whole;
	}

	@Test
	void onGray() {
		assertEquals(1, onGray(""), 0.05);
	}

	/**
	 * A photograph has edges of its own, also at tile borders: compared with the dream without tiles. As the mean of several
	 * positions of the tiles, like {@link #onGray(String)}.
	 */
	@Test
	void onAPhotograph() {
		final ColorProcessor sky = (ColorProcessor) IJ.openImage(Shared.file("images/natural/deepdream_sky1024px.jpg")
			.toString()).getProcessor();
		final Picture picture = Pictures.fromARGB(ArrayImgs.argbs((int[]) sky.getPixels(), sky
			.getWidth(), sky.getHeight()));
		double tiled = 0;
		double whole = 0;
		for (final int left : new int[] { 0, 40, 80 }) {
			final Picture part = picture.region(left, 0, picture.width() - 80, picture.height());
			tiled += metric(part, "");
			whole += metric(part, " mode=naive");
		}
		assertEquals(1, tiled / whole, 0.02);
	}

	/** The measure detects visible borders. */
	@Test
	void withoutOverlapBordersAreVisible() {
		assertTrue(onGray(" overlap=0") > 1.1);
	}
}
