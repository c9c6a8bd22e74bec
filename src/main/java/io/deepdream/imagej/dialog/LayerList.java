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

import java.awt.Choice;
import java.awt.FlowLayout;
import java.awt.Panel;
import java.awt.event.ItemEvent;
import java.awt.event.KeyListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.deepdream.engine.LayerInfo;

/** A drop-down list of the network's layers; the text field next to it also accepts several layers. */
final class LayerList extends Panel {

	private static final long serialVersionUID = 1L;

	private final Choice choice = new Choice();
	private final List<String> names = new ArrayList<>();

	/** @param chosen receives the name of the selected layer */
	LayerList(final Consumer<String> chosen, final KeyListener keys) {
		super(new FlowLayout(FlowLayout.LEFT, 0, 0));
		choice.add("loading layers...");
		choice.addKeyListener(keys);
		choice.addItemListener(event -> {
			if (event.getStateChange() == ItemEvent.SELECTED && choice.getSelectedIndex() > 0) chosen.accept(names.get(choice
				.getSelectedIndex() - 1));
		});
		add(choice);
	}

	/** Lists the layers; call on the event thread. */
	void show(final List<LayerInfo> layers) {
		names.clear();
		choice.removeAll();
		choice.add(layers.size() + " layers");
		for (final LayerInfo layer : layers) {
			names.add(layer.name());
			choice.add(layer.name() + "  (" + layer.describeChannels() + ")");
		}
	}

	/** Selects a layer; the heading if there is no such layer. */
	void select(final String layer) {
		choice.select(names.indexOf(layer) + 1);
	}
}
