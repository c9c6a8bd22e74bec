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
package io.deepdream.imagej.models;

import java.awt.Component;
import java.awt.Container;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Accepts files that are dragged to a window. */
final class FileDrop extends DropTargetAdapter {

	private final Consumer<List<File>> receiver;

	private FileDrop(final Consumer<List<File>> receiver) {
		this.receiver = receiver;
	}

	/**
	 * Accepts files everywhere in a window.
	 *
	 * @param receiver called on the event thread with at least one file
	 */
	static void install(final Component component, final Consumer<List<File>> receiver) {
		component.setDropTarget(new DropTarget(component, DnDConstants.ACTION_COPY, new FileDrop(receiver)));
		// each component of AWT is a window of the system, which receives the drop itself
		if (component instanceof Container) for (final Component inner : ((Container) component).getComponents())
			install(inner, receiver);
	}

	@Override
	public void dragEnter(final DropTargetDragEvent event) {
		if (event.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) event.acceptDrag(DnDConstants.ACTION_COPY);
		else event.rejectDrag();
	}

	@Override
	public void drop(final DropTargetDropEvent event) {
		event.acceptDrop(DnDConstants.ACTION_COPY);
		final List<File> files = files(event.getTransferable());
		event.dropComplete(!files.isEmpty());
		if (!files.isEmpty()) receiver.accept(files);
	}

	/** Empty if something else than files was dragged. */
	static List<File> files(final Transferable dragged) {
		final List<File> files = new ArrayList<>();
		try {
			if (dragged.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) for (final Object file : (List<?>) dragged
				.getTransferData(DataFlavor.javaFileListFlavor))
				files.add((File) file);
		}
		catch (final UnsupportedFlavorException | IOException exc) {
			// the other program has withdrawn them
			files.clear();
		}
		return files;
	}
}
