package io.deepdream.imagej.dialog;

import java.awt.Button;
import java.awt.Choice;
import java.awt.FlowLayout;
import java.awt.Label;
import java.awt.Panel;
import java.awt.event.KeyListener;
import java.util.function.Consumer;

import io.deepdream.params.Preset;

/** A list of presets and a Reset button. Both set the fields of the dialog and are not recorded themselves. */
final class PresetPanel extends Panel {

	private static final long serialVersionUID = 1L;

	PresetPanel(final Consumer<Preset> chosen, final Runnable reset, final KeyListener keys) {
		super(new FlowLayout(FlowLayout.LEFT, 5, 0));
		final Choice choice = new Choice();
		choice.add("choose...");
		for (final Preset preset : Preset.values())
			choice.add(preset.title());
		choice.addKeyListener(keys);
		choice.addItemListener(event -> {
			if (choice.getSelectedIndex() > 0) chosen.accept(Preset.values()[choice.getSelectedIndex() - 1]);
		});
		final Button button = new Button("Reset");
		button.addKeyListener(keys);
		button.addActionListener(event -> {
			choice.select(0);
			reset.run();
		});
		add(new Label("Preset"));
		add(choice);
		add(button);
	}
}
