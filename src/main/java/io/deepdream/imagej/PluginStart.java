package io.deepdream.imagej;

import ij.IJ;
import ij.Prefs;

import io.deepdream.engine.Engines;
import io.deepdream.imagej.dialog.Messages;
import io.deepdream.params.DreamException;
import io.deepdream.params.SystemSettings;

/** Runs a menu entry, once the Java version has been checked. */
final class PluginStart {

	/** A class that exists in all versions of ImgLib2. */
	private static final String IMGLIB2 = "net.imglib2.img.array.ArrayImg";

	private PluginStart() {}

	/** @param key of the {@link Menu} */
	static void run(final String key) {
		if (!hasImgLib2()) {
			Messages.report(new DreamException("DeepDream needs ImgLib2, which is part of Fiji but not of ImageJ: copy imglib2-VERSION.jar " +
				"from Fiji's folder jars to plugins/jars of ImageJ, and restart ImageJ."));
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

	/** Reads the cache folder from ImageJ's preferences, for users who cannot set a system property. */
	static void chooseCache() {
		final String folder = Prefs.get(SystemSettings.CACHE, "");
		if (!folder.isEmpty() && System.getProperty(SystemSettings.CACHE) == null) System.setProperty(SystemSettings.CACHE,
			folder);
	}

	/**
	 * Reports a crash of the last run before the dialog opens, so that the user can
	 * choose other parameters. The engine reports crashes in macros and those during
	 * loading.
	 */
	private static void reportCrash() {
		if (Messages.isSilent()) return;
		Engines.lastCrash().filter(crash -> !crash.whileLoading()).ifPresent(crash -> {
			crash.discard();
			IJ.showMessage("DeepDream", Messages.wrapped(crash.message()));
		});
	}
}
