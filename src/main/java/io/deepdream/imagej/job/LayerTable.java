package io.deepdream.imagej.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.deepdream.DeepDream;
import io.deepdream.engine.LayerInfo;

/** The layers of a network as tab-separated text. */
public final class LayerTable {

	public static final String HEADINGS = "layer\tchannels\tstride\treceptive field";

	private LayerTable() {}

	public static List<String> rows(final String model) {
		try (DeepDream deepDream = DeepDream.open(model)) {
			return rows(deepDream.layers());
		}
	}

	public static List<String> rows(final Collection<LayerInfo> layers) {
		final List<String> rows = new ArrayList<>();
		for (final LayerInfo layer : layers)
			rows.add(layer.name() + "\t" + layer.channels() + "\t" + layer.stride() + "\t" + layer.receptiveField());
		return rows;
	}
}
