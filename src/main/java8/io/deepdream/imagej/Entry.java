package io.deepdream.imagej;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;

/**
 * What every line of plugins.config names, with a key of the menu as its argument:
 *
 * <pre>
 * Plugins&gt;DeepDream, "Dream...", io.deepdream.imagej.Entry("dream")
 * </pre>
 *
 * This class is all that Java 8 loads of a command.
 */
public final class Entry implements PlugIn {

	@Override
	public void run(final String key) {
		if (JavaVersion.suffices()) {
			PluginStart.run(key);
			return;
		}
		if (Macro.getOptions() == null && !GraphicsEnvironment.isHeadless()) {
			IJ.error("DeepDream", JavaVersion.advice());
			return;
		}
		IJ.log(JavaVersion.advice());
		Macro.abort();
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}
}
