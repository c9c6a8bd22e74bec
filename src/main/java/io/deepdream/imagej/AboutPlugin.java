package io.deepdream.imagej;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.plugin.PlugIn;
import ij.text.TextWindow;

import io.deepdream.DeepDream;
import io.deepdream.DreamException;
import io.deepdream.model.ModelCatalogue;

/** Plugins &gt; DeepDream &gt; About DeepDream: what a bug report needs, in a window to copy from. */
public final class AboutPlugin implements PlugIn {

	@Override
	public void run(final String arg) {
		final String text = text();
		if (GraphicsEnvironment.isHeadless()) IJ.log(text);
		else new TextWindow("About DeepDream", text, 700, 320);
	}

	static String text() {
		final StringBuilder text = new StringBuilder();
		text.append("DeepDream ").append(Version.get()).append('\n');
		text.append("ImageJ ").append(IJ.getFullVersion()).append('\n');
		text.append("Java ").append(System.getProperty("java.version")).append(" on ").append(System.getProperty(
			"os.name")).append(' ').append(System.getProperty("os.arch")).append('\n');
		try (DeepDream deepDream = DeepDream.open(ModelCatalogue.EMBEDDED)) {
			text.append("Engine: ").append(deepDream.engine()).append('\n');
			text.append("Network: ").append(deepDream.model().name()).append(", SHA-256 ").append(deepDream.sha256())
				.append('\n');
			text.append("Its licence: ").append(deepDream.model().licence()).append('\n');
			text.append("Its source: ").append(deepDream.model().citation()).append('\n');
		}
		catch (final DreamException exc) {
			text.append("Engine: ").append(exc.getMessage()).append('\n');
		}
		return text.toString();
	}
}
