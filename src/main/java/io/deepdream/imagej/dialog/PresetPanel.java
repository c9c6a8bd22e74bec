/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.deepdream.imagej.dialog;

import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.Choice;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Label;
import java.awt.Panel;
import java.awt.event.KeyListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Preset;

/**
 * The presets, as a list and as pictures, and a Reset button. They set the fields of the
 * dialog and are not recorded themselves.
 */
final class PresetPanel extends Panel {

	private static final long serialVersionUID = 1L;

	private final Choice choice = new Choice();
	private final transient List<PresetButton> buttons = new ArrayList<>();

	/**
	 * @param help receives the description of the preset that is pointed at
	 * @param font of the titles
	 */
	PresetPanel(final Consumer<Preset> chosen, final Runnable reset, final Consumer<String> help, final Font font,
		final KeyListener keys)
	{
		super(new BorderLayout(0, Scale.of(3)));
		add(row(chosen, reset, keys), BorderLayout.NORTH);
		final Panel pictures = new Panel(new GridLayout(1, 0, Scale.of(4), 0));
		for (final Preset preset : Preset.values()) {
			final PresetButton button = new PresetButton(preset, font, () -> chosen.accept(preset));
			button.addMouseListener(new MouseAdapter() {

				@Override
				public void mouseEntered(final MouseEvent event) {
					help.accept(preset.title() + ": " + preset.help() + ".");
				}
			});
			buttons.add(button);
			pictures.add(button);
		}
		add(pictures, BorderLayout.CENTER);
	}

	private Panel row(final Consumer<Preset> chosen, final Runnable reset, final KeyListener keys) {
		choice.add("choose...");
		for (final Preset preset : Preset.values())
			choice.add(preset.title());
		choice.addKeyListener(keys);
		choice.addItemListener(event -> {
			if (choice.getSelectedIndex() > 0) chosen.accept(Preset.values()[choice.getSelectedIndex() - 1]);
		});
		final Button button = new Button("Reset");
		button.addKeyListener(keys);
		button.addActionListener(event -> reset.run());
		final Panel row = new Panel(new FlowLayout(FlowLayout.LEFT, Scale.of(5), 0));
		row.add(new Label("Preset"));
		row.add(choice);
		row.add(button);
		return row;
	}

	/** Selects the preset whose values the parameters have, if there is one. */
	void select(final DreamParams params) {
		int selected = 0;
		for (final PresetButton button : buttons) {
			final boolean equal = button.preset().apply(params).equals(params);
			button.select(equal);
			if (equal) selected = button.preset().ordinal() + 1;
		}
		if (choice.getSelectedIndex() != selected) choice.select(selected);
	}
}
