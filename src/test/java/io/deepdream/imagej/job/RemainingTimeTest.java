package io.deepdream.imagej.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemainingTimeTest {

	@ParameterizedTest
	@CsvSource({ "0,5,''", "0.5,10,10 s left", "0.25,60,3 min left", "1,77,0 s left", "0.9,9.5,2 s left" })
	void theRestTakesAsLongAsItsShare(final double done, final double seconds, final String expected) {
		assertEquals(expected, new RemainingTime(1000).left(done, 1000 + (long) (seconds * 1e9)));
	}
}
