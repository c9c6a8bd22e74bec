package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileIntervalTest {

	@ParameterizedTest
	@CsvSource({ "32,1", "32,8", "48,16", "100,16", "64,32", "32,64" })
	void coresCoverEveryPixelOnceForEveryLength(final int tile, final int stride) {
		for (int length = 1; length <= 3 * tile + 1; length++) {
			int next = 0;
			final List<TileInterval> spans = TileInterval.tiles(length, tile, stride, 0, 0);
			final int longest = Math.max(spans.size() > 1 ? tile : tile * 3 / 2, stride);
			for (final TileInterval span : spans) {
				assertEquals(next, span.coreFrom);
				assertTrue(span.coreTo > span.coreFrom);
				assertEquals(0, span.coreFrom % stride);
				assertTrue(span.coreTo - span.coreFrom <= longest, length + ": " + span.coreTo);
				next = span.coreTo;
			}
			assertEquals(length, next);
		}
	}

	@Test
	void theRestIsSharedEvenly() {
		final List<TileInterval> spans = TileInterval.tiles(800, 512, 16, 0, 0);
		assertEquals(2, spans.size());
		assertEquals(400, spans.get(0).coreTo);
	}

	@Test
	void whatIsHalfATileLongerIsLeftWhole() {
		assertEquals(1, TileInterval.tiles(768, 512, 16, 64, 64).size());
		assertEquals(2, TileInterval.tiles(769, 512, 16, 64, 64).size());
	}
}
