package io.deepdream.imagej;

import ij.IJ;
import ij.Prefs;

import io.deepdream.engine.Engines;
import io.deepdream.imagej.dialog.Messages;
import io.deepdream.params.DreamException;
import io.deepdream.params.SystemSettings;

/** Runs a menu entry, after the check of the Java version. */
final class PluginStart {

	/** Found in every version of ImgLib2, and used in every command. */
	private static final String IMGLIB2 = "net.imglib2.img.array.ArrayImg";

	private PluginStart() {}

	/** @param key of the {@link Menu} */
	static void run(final String key) {
		if (!hasImgLib2()) {
			Messages.report(new DreamException("DeepDream needs ImgLib2, which Fiji has and ImageJ has not: copy the file imglib2-VERSION.jar " +
				"from Fiji's folder jars to plugins/jars of ImageJ, and start it again."));
			return;
		}
		chooseCache();
		reportCrash();
		Menu.run(key);
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

	/** Users who cannot set system properties choose the folder in ImageJ's preferences. */
	static void chooseCache() {
		final String folder = Prefs.get(SystemSettings.CACHE, "");
		if (!folder.isEmpty() && System.getProperty(SystemSettings.CACHE) == null) System.setProperty(SystemSettings.CACHE,
			folder);
	}

	/**
	 * Before a dialog, so that the user can choose other parameters. Without dialogs,
	 * and if the crash was while loading, the engine reports it.
	 */
	private static void reportCrash() {
		if (Messages.isSilent()) return;
		Engines.lastCrash().filter(crash -> !crash.whileLoading()).ifPresent(crash -> {
			crash.discard();
			IJ.showMessage("DeepDream", Messages.wrapped(crash.message()));
		});
	}
}
