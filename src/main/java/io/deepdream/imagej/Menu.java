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

import java.util.LinkedHashMap;
import java.util.Map;

import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.models.ModelsPlugin;

/**
 * Maps the keys in plugins.config to actions: the {@link Commands}, and commands without
 * parameters of the parameter table. A new command with parameters is added to
 * {@link Commands}, another one here; both need a line in plugins.config with the same
 * key and label.
 */
final class Menu {

	/** A menu entry. */
	static final class Item {

		private final String label;
		private final Runnable action;

		Item(final String label, final Runnable action) {
			this.label = label;
			this.action = action;
		}

		String label() {
			return label;
		}
	}

	private static final Map<String, Item> ITEMS = items();

	private Menu() {}

	private static Map<String, Item> items() {
		final Map<String, Item> items = new LinkedHashMap<>();
		for (final CommandDescriptor command : Commands.all())
			items.put(command.key(), new Item(command.label(), () -> PluginRun.run(command)));
		items.put("info", new Item(FromInfoPlugin.LABEL, FromInfoPlugin::run));
		items.put("explorer", new Item("Channel Explorer...", ExplorerPlugin::run));
		items.put("models", new Item("Models...", ModelsPlugin::run));
		items.put("about", new Item("About DeepDream", AboutPlugin::run));
		return items;
	}

	/** The menu entries by their keys. */
	static Map<String, Item> all() {
		return new LinkedHashMap<>(ITEMS);
	}

	/** @throws IllegalArgumentException if the key is unknown */
	static void run(final String key) {
		final Item item = ITEMS.get(key);
		if (item == null) throw new IllegalArgumentException("unknown key in plugins.config: " + key);
		item.action.run();
	}
}
