package io.deepdream.imagej;

import ij.IJ;
import ij.Prefs;

import io.deepdream.DreamException;
import io.deepdream.engine.Engines;
import io.deepdream.engine.loading.NativeCache;
import io.deepdream.imagej.dialog.Messages;

/** Where every choice in the menu goes, once Java is known to suffice. */
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
		tellOfCrash();
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

	/** Where users have no command line to name a folder on, they have ImageJ's preferences. */
	static void chooseCache() {
		final String folder = Prefs.get(NativeCache.PROPERTY, "");
		if (!folder.isEmpty() && System.getProperty(NativeCache.PROPERTY) == null) System.setProperty(NativeCache.PROPERTY,
			folder);
	}

	/**
	 * Before a dialog, so that the user can choose otherwise this time. Without
	 * dialogs, and where it happened while loading, the engine tells.
	 */
	private static void tellOfCrash() {
		if (Messages.isSilent()) return;
		Engines.lastCrash().filter(crash -> !crash.whileLoading()).ifPresent(crash -> {
			crash.forget();
			IJ.showMessage("DeepDream", Messages.wrapped(crash.sentence()));
		});
	}
}
