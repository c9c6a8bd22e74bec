package io.deepdream.imagej;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;

/**
 * The plugin class of all lines in plugins.config, with a key of the menu as argument:
 *
 * <pre>
 * Plugins&gt;DeepDream, "Dream...", io.deepdream.imagej.Entry("dream")
 * </pre>
 *
 * On Java 8, ImageJ loads only this class and {@link JavaVersion}.
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
