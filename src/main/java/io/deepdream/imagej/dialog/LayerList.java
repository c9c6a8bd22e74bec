package io.deepdream.imagej.dialog;

import java.awt.Choice;
import java.awt.FlowLayout;
import java.awt.Panel;
import java.awt.event.ItemEvent;
import java.awt.event.KeyListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.deepdream.engine.LayerInfo;

/** Every layer of the network with its channels, to choose from; the text field beside it takes several, too. */
final class LayerList extends Panel {

	private static final long serialVersionUID = 1L;

	private final Choice choice = new Choice();
	private final List<String> names = new ArrayList<>();

	/** @param chosen receives the name of the layer that the user chooses */
	LayerList(final Consumer<String> chosen, final KeyListener keys) {
		super(new FlowLayout(FlowLayout.LEFT, 0, 0));
		choice.add("reading the layers...");
		choice.addKeyListener(keys);
		choice.addItemListener(event -> {
			if (event.getStateChange() == ItemEvent.SELECTED && choice.getSelectedIndex() > 0) chosen.accept(names.get(choice
				.getSelectedIndex() - 1));
		});
		add(choice);
	}

	/** On the event thread. */
	void show(final List<LayerInfo> layers) {
		names.clear();
		choice.removeAll();
		choice.add(layers.size() + " layers");
		for (final LayerInfo layer : layers) {
			names.add(layer.name());
			choice.add(layer.name() + "  (" + layer.channels() + " channels)");
		}
	}

	/** Selects what the text field names. */
	void select(final String layer) {
		choice.select(names.indexOf(layer) + 1);
	}
}
