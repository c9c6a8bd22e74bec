package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

	@ParameterizedTest
	@CsvSource({ "32,1", "32,8", "48,16", "100,16", "64,32", "32,64" })
	void coresCoverEveryPixelOnceForEveryLength(final int tile, final int stride) {
		for (int length = 1; length <= 3 * tile + 1; length++) {
			int next = 0;
			for (final Span span : Span.tiles(length, tile, stride, 0, 0)) {
				assertEquals(next, span.coreFrom);
				assertTrue(span.coreTo > span.coreFrom);
				assertEquals(0, span.coreFrom % stride);
				assertTrue(span.coreTo - span.coreFrom <= Math.max(tile, stride), length + ": " + span.coreTo);
				next = span.coreTo;
			}
			assertEquals(length, next);
		}
	}

	@Test
	void theRestIsSharedEvenly() {
		final List<Span> spans = Span.tiles(600, 512, 16, 0, 0);
		assertEquals(2, spans.size());
		assertEquals(304, spans.get(0).coreTo);
	}
}
