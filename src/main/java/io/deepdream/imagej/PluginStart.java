package io.deepdream.imagej;

import ij.IJ;
import ij.Prefs;
import ij.plugin.PlugIn;

import io.deepdream.engine.Engines;
import io.deepdream.params.DreamException;
import io.deepdream.params.SystemSettings;

/** Where every choice in the menu goes, once Java is known to suffice. */
final class PluginStart {

	/** Found in every version of ImgLib2, and used in every command. */
	private static final String IMGLIB2 = "net.imglib2.img.array.ArrayImg";

	private PluginStart() {}

	/** @param plugin simple name of a {@link PlugIn} in this package */
	static void run(final String plugin) {
		if (!hasImgLib2()) {
			PluginRun.report(new DreamException("DeepDream needs ImgLib2, which Fiji has and ImageJ has not: copy the file imglib2-VERSION.jar " +
				"from Fiji's folder jars to plugins/jars of ImageJ, and start it again."));
			return;
		}
		chooseCache();
		tellOfCrash();
		try {
			final Class<?> type = Class.forName(PluginStart.class.getPackage().getName() + "." + plugin);
			((PlugIn) type.getDeclaredConstructor().newInstance()).run("");
		}
		catch (final ReflectiveOperationException exc) {
			throw new IllegalStateException("plugins.config names no plugin of DeepDream: " + plugin, exc);
		}
	}

	private static boolean hasImgLib2() {
		try {
			Class.forName(IMGLIB2, false, PluginStart.class.getClassLoader());
			return true;
		}
		catch (final ClassNotFoundException exc) {
			return false;
		}
	}

	/** Where users have no command line to name a folder on, they have ImageJ's preferences. */
	static void chooseCache() {
		final String folder = Prefs.get(SystemSettings.CACHE, "");
		if (!folder.isEmpty() && System.getProperty(SystemSettings.CACHE) == null) System.setProperty(SystemSettings.CACHE,
			folder);
	}

	/**
	 * Before a dialog, so that the user can choose otherwise this time. Without
	 * dialogs, and where it happened while loading, the engine tells.
	 */
	private static void tellOfCrash() {
		if (PluginRun.isSilent()) return;
		Engines.lastCrash().filter(crash -> !crash.whileLoading()).ifPresent(crash -> {
			crash.forget();
			IJ.showMessage("DeepDream", PluginRun.wrapped(crash.sentence()));
		});
	}
}
