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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileIntervalTest {

	private static final Halo HALO = new Halo(64, 64);

	@ParameterizedTest
	@CsvSource({ "32,1", "32,8", "48,16", "100,16", "64,32", "32,64" })
	void interiorsCoverEveryPixelOnceForEveryLength(final int side, final int stride) {
		for (int length = 1; length <= 3 * side + 1; length++) {
			int next = 0;
			final List<TileInterval> tiles = TileInterval.tiles(length, side, stride, Halo.NONE);
			final int longest = Math.max(tiles.size() > 1 ? side : side * 3 / 2, stride);
			for (final TileInterval tile : tiles) {
				assertEquals(next, tile.interiorFrom);
				assertTrue(tile.interiorTo > tile.interiorFrom);
				assertEquals(0, tile.interiorFrom % stride);
				assertTrue(tile.interiorTo - tile.interiorFrom <= longest, length + ": " + tile.interiorTo);
				next = tile.interiorTo;
			}
			assertEquals(length, next);
		}
	}

	@Test
	void anAxisIsDividedEvenly() {
		final List<TileInterval> tiles = TileInterval.tiles(800, 512, 16, Halo.NONE);
		assertEquals(2, tiles.size());
		assertEquals(400, tiles.get(0).interiorTo);
	}

	@Test
	void anAxisOfOneAndAHalfTilesIsNotDivided() {
		assertEquals(1, TileInterval.tiles(768, 512, 16, HALO).size());
		assertEquals(2, TileInterval.tiles(769, 512, 16, HALO).size());
	}
}
