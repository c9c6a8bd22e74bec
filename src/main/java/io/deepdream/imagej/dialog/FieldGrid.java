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

import java.awt.Component;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Label;
import java.awt.Panel;

/** Labelled fields in one or more columns, filled row by row, so that Tab visits them as they are read. */
final class FieldGrid extends Panel {

	private static final long serialVersionUID = 1L;
	/** Grid cells of a field with its label. */
	private static final int CELLS = 2;

	private final int cells;
	private int x;
	private int y;

	FieldGrid(final int columns) {
		super(new GridBagLayout());
		cells = CELLS * columns;
	}

	/** Adds a field that takes one column. */
	void add(final Label label, final Component field) {
		if (x == cells) startRow();
		put(label, 1, GridBagConstraints.EAST, x == 0 ? 0 : 10);
		put(field, 1, GridBagConstraints.WEST, 0);
	}

	/** Adds a field that takes a row. */
	void addWide(final Label label, final Component field) {
		startRow();
		put(label, 1, GridBagConstraints.EAST, 0);
		put(field, cells - x, GridBagConstraints.WEST, 0);
	}

	/** Adds a component below the fields of the first column. */
	void addBelow(final Component component) {
		startRow();
		x = 1;
		put(component, cells - x, GridBagConstraints.WEST, 0);
	}

	/** Adds a component to the right of the last field. */
	void addBeside(final Component component) {
		put(component, cells - x, GridBagConstraints.WEST, 10);
	}

	/** Adds a heading in bold. */
	void heading(final String title, final Font font) {
		startRow();
		final Label heading = new Label(title);
		heading.setFont(font.deriveFont(Font.BOLD));
		put(heading, cells, GridBagConstraints.WEST, 0);
	}

	private void startRow() {
		if (x > 0) y++;
		x = 0;
	}

	private void put(final Component component, final int width, final int anchor, final int left) {
		final GridBagConstraints place = new GridBagConstraints();
		place.gridx = x;
		place.gridy = y;
		place.gridwidth = width;
		place.anchor = anchor;
		place.insets = new Insets(0, Scale.of(left), Scale.of(3), 0);
		add(component, place);
		x += width;
	}
}
