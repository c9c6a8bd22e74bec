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
