package io.deepdream.dream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** The sizes at which a picture is dreamed, from small to full. */
final class Octaves {

	private Octaves() {}

	/**
	 * Each size is the full one divided by a power of the ratio and rounded; those
	 * with a side shorter than the smallest useful one are left out, but never the
	 * full size.
	 *
	 * @param useful whether a size of [width, height] can be dreamed at all
	 * @return [width, height] from the smallest to the full size
	 */
	static List<int[]> sizes(final int width, final int height, final int count, final double ratio,
		final int smallest, final Predicate<int[]> useful)
	{
		final List<int[]> sizes = new ArrayList<>();
		sizes.add(new int[] { width, height });
		for (int k = 1; k < count; k++) {
			final double scale = Math.pow(ratio, -k);
			final int w = (int) Math.round(width * scale);
			final int h = (int) Math.round(height * scale);
			final int[] size = { w, h };
			if (Math.min(w, h) < smallest || !useful.test(size)) break;
			sizes.add(size);
		}
		Collections.reverse(sizes);
		return sizes;
	}
}
