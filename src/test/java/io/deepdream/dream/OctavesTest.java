package io.deepdream.dream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.deepdream.image.Size;
import io.deepdream.params.settings.OctaveSettings;

import org.junit.jupiter.api.Test;

class OctavesTest {

	private static List<Size> sizes(final int width, final int height, final int count, final double ratio) {
		return Octaves.sizes(new Size(width, height), new OctaveSettings(count, ratio), 32, size -> true);
	}

	@Test
	void sizesIncreaseToTheFullSize() {
		final List<Size> sizes = sizes(1024, 768, 4, 1.4);
		assertEquals(4, sizes.size());
		assertEquals(new Size(373, 280), sizes.get(0));
		assertEquals(new Size(1024, 768), sizes.get(3));
	}

	@Test
	void tinyOctavesAreOmittedButNotTheFullSize() {
		assertEquals(2, sizes(100, 50, 5, 1.5).size());
		assertEquals(1, sizes(10, 10, 5, 1.5).size());
	}
}
