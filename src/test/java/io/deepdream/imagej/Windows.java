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
package io.deepdream.imagej;

import java.awt.Button;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.util.Vector;
import java.util.concurrent.Callable;

import ij.gui.GenericDialog;

/** Simulates user input in ImageJ's windows. */
public final class Windows {

	private Windows() {}

	/** Waits until a value is not null, for at most two minutes. */
	public static <T> T await(final Callable<T> condition) throws Exception {
		for (int i = 0; i < 2400; i++) {
			final T value = condition.call();
			if (value != null) return value;
			Thread.sleep(50);
		}
		throw new AssertionError("timed out after two minutes");
	}

	/**
	 * Waits until commands started from the menu have ended. Their threads are named like
	 * the command. A cancelled dialog calls Macro.abort(), which would abort the macro of
	 * the next test.
	 */
	public static void awaitCommands() throws Exception {
		await(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().endsWith("...")) ? true
			: null);
	}

	/** Waits until a dialog is shown and, if it is modal, has entered its event loop: closed earlier, it would never return. */
	public static GenericDialog dialog(final String title) throws Exception {
		final GenericDialog dialog = await(() -> {
			for (final Window window : Window.getWindows())
				if (window instanceof GenericDialog && window.isVisible() && title.equals(((Dialog) window).getTitle()))
					return (GenericDialog) window;
			return null;
		});
		if (dialog.isModal()) await(() -> Thread.getAllStackTraces().values().stream().anyMatch(Windows::blocks) ? true : null);
		return dialog;
	}

	/** Whether a thread waits in {@code Dialog.show()}, or dispatches events within it. */
	private static boolean blocks(final StackTraceElement[] stack) {
		for (int i = 1; i < stack.length; i++)
			if (stack[i].getClassName().equals("java.awt.WaitDispatchSupport") && stack[i].getMethodName().equals("enter"))
				return true;
		return false;
	}

	/** The first component of a type in a container, searched recursively; null if there is none. */
	public static <T extends Component> T find(final Class<T> type, final Container container) {
		for (final Component c : container.getComponents()) {
			if (type.isInstance(c)) return type.cast(c);
			final T inside = c instanceof Container ? find(type, (Container) c) : null;
			if (inside != null) return inside;
		}
		return null;
	}

	public static void press(final Container container, final String label) throws Exception {
		for (final Component c : container.getComponents()) {
			if (c instanceof Button && ((Button) c).getLabel().trim().equals(label)) {
				EventQueue.invokeAndWait(() -> ((Button) c).getActionListeners()[0].actionPerformed(new ActionEvent(c,
					ActionEvent.ACTION_PERFORMED, label)));
				return;
			}
			if (c instanceof Container) press((Container) c, label);
		}
	}

	public static void type(final Vector<?> fields, final int index, final String text) throws Exception {
		EventQueue.invokeAndWait(() -> ((TextField) fields.get(index)).setText(text));
	}

	/** The choice with an item that starts with a text, searched recursively; null if there is none. */
	public static Choice choice(final Container container, final String item) {
		for (final Component c : container.getComponents()) {
			if (c instanceof Choice && index((Choice) c, item) >= 0) return (Choice) c;
			final Choice within = c instanceof Container ? choice((Container) c, item) : null;
			if (within != null) return within;
		}
		return null;
	}

	private static int index(final Choice choice, final String item) {
		for (int i = 0; i < choice.getItemCount(); i++)
			if (choice.getItem(i).startsWith(item)) return i;
		return -1;
	}

	/** Selects the item that starts with a text. */
	public static void choose(final Choice choice, final String item) throws Exception {
		EventQueue.invokeAndWait(() -> {
			choice.select(index(choice, item));
			choice.getItemListeners()[0].itemStateChanged(new ItemEvent(choice, ItemEvent.ITEM_STATE_CHANGED, choice
				.getSelectedItem(), ItemEvent.SELECTED));
		});
	}
}
