package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class OctavesTest {

	@Test
	void sizesGrowToTheFullOne() {
		final List<int[]> sizes = Octaves.sizes(1024, 768, 4, 1.4, 32, size -> true);
		assertEquals(4, sizes.size());
		assertArrayEquals(new int[] { 373, 280 }, sizes.get(0));
		assertArrayEquals(new int[] { 1024, 768 }, sizes.get(3));
	}

	@Test
	void tinyOctavesAreLeftOutButNeverTheFullSize() {
		assertEquals(2, Octaves.sizes(100, 50, 5, 1.5, 32, size -> true).size());
		assertEquals(1, Octaves.sizes(10, 10, 5, 1.5, 32, size -> true).size());
	}
}
