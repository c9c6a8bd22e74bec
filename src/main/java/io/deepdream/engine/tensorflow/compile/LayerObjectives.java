package io.deepdream.engine.tensorflow.compile;

import java.util.List;

/** All objectives by name. */
final class LayerObjectives {

	private static final List<LayerObjective> ALL = List.of(new MeanObjective(), new SquareObjective(),
		new GuideObjective());

	private LayerObjectives() {}

	static LayerObjective named(final String name) {
		return ALL.stream().filter(objective -> objective.name().equals(name)).findFirst().orElseThrow(
			() -> new IllegalArgumentException("there is no objective " + name));
	}
}
