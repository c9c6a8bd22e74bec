package io.deepdream.imagej;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.Macro;
import ij.plugin.PlugIn;

/**
 * What every line of plugins.config names, with the simple name of the plugin as its argument:
 *
 * <pre>
 * Plugins&gt;DeepDream, "Dream...", io.deepdream.imagej.Entry("DreamPlugin")
 * </pre>
 *
 * The plugin itself is an ordinary {@link PlugIn} of this package with a public
 * constructor. This class is all that Java 8 meets of it.
 */
public final class Entry implements PlugIn {

	@Override
	public void run(final String plugin) {
		if (JavaVersion.suffices()) {
			PluginStart.run(plugin);
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
