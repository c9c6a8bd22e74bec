package io.deepdream.imagej;

import java.util.LinkedHashMap;
import java.util.Map;

import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;

/**
 * What each line of plugins.config runs, by the key in it: the {@link Commands},
 * and tools without parameters of the table.
 */
final class Menu {

	/** A line of the menu. */
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

	/** By their keys. */
	static Map<String, Item> all() {
		return new LinkedHashMap<>(ITEMS);
	}

	/** @throws IllegalArgumentException if there is no such key */
	static void run(final String key) {
		final Item item = ITEMS.get(key);
		if (item == null) throw new IllegalArgumentException("plugins.config has a key that DeepDream does not know: " + key);
		item.action.run();
	}
}
