package io.deepdream.dream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

import io.deepdream.image.Size;
import io.deepdream.params.settings.OctaveSettings;

/** The sizes at which a picture is dreamed, from small to full. */
final class Octaves {

	private Octaves() {}

	/**
	 * Each size is the full one divided by a power of the ratio and rounded. Sizes
	 * with a side below the minimum are omitted, but never the full size.
	 *
	 * @param minSide shortest side of a smaller octave, in pixels
	 * @param usable whether the layers have positions at a size
	 * @return the sizes, the full one last
	 */
	static List<Size> sizes(final Size full, final OctaveSettings settings, final int minSide,
		final Predicate<Size> usable)
	{
		final List<Size> sizes = new ArrayList<>();
		sizes.add(full);
		for (int k = 1; k < settings.count(); k++) {
			final Size size = full.scaled(Math.pow(settings.ratio(), -k));
			if (size.shorterSide() < minSide || !usable.test(size)) break;
			sizes.add(size);
		}
		Collections.reverse(sizes);
		return sizes;
	}
}
