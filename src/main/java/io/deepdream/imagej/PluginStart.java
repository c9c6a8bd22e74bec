package io.deepdream.imagej;

import ij.plugin.PlugIn;

/** Where every choice in the menu goes, once Java is known to suffice. */
final class PluginStart {

	private PluginStart() {}

	/** @param plugin simple name of a {@link PlugIn} in this package */
	static void run(final String plugin) {
		try {
			final Class<?> type = Class.forName(PluginStart.class.getPackage().getName() + "." + plugin);
			((PlugIn) type.getDeclaredConstructor().newInstance()).run("");
		}
		catch (final ReflectiveOperationException exc) {
			throw new IllegalStateException("plugins.config names no plugin of DeepDream: " + plugin, exc);
		}
	}
}
