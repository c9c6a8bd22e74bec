package io.deepdream.dream;

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.params.settings.HaloSettings;

/** The pixels that a tile needs beyond its interior, along one axis. */
final class Halo {

	static final Halo NONE = new Halo(0, 0);

	private final int before;
	private final int after;

	Halo(final int before, final int after) {
		this.before = before;
		this.after = after;
	}

	/**
	 * @param length of the axis, in pixels
	 * @return for interiors that begin and end at multiples of the stride
	 */
	static Halo of(final HaloSettings settings, final GradientEngine engine, final Objective objective, final Axis axis,
		final int length)
	{
		if (!settings.isExact()) return new Halo(settings.pixels(), settings.pixels());
		int before = 0;
		int after = 0;
		for (final LayerInfo layer : objective.layers()) {
			final ReceptiveField field = engine.receptiveField(layer.name(), axis, length);
			before = Math.max(before, -field.first());
			// the last position of an interior lies one stride before its end
			after = Math.max(after, field.last() - field.stride() + 1);
		}
		return new Halo(before, after);
	}

	int before() {
		return before;
	}

	int after() {
		return after;
	}
}
