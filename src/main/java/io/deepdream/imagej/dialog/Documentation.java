package io.deepdream.imagej.dialog;

import java.util.Set;

import io.deepdream.imagej.job.Version;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Preset;

/** The text of the Help button, generated from the parameter table and the presets. */
final class Documentation {

	private Documentation() {}

	/**
	 * @param defaults of the command
	 * @param shown the parameters in the dialog
	 */
	static String html(final DreamParams defaults, final Set<Parameter> shown) {
		final StringBuilder html = new StringBuilder("<html><h2>DeepDream ").append(Version.get()).append("</h2>");
		html.append("<p>Amplifies what a layer of a neural network detects in the image, by gradient ascent in octaves from small to " +
			"full size.<br>Image &gt; Show Info... of the result lists all parameters; Dream from Info... runs them again. Esc cancels.</p>");
		html.append("<h3>Parameters and their macro keys</h3><table>");
		for (final Parameter p : shown)
			row(html, p.key(), escape(p.help()) + " <i>(" + escape(p.range()) + (p.kind() == Parameter.Kind.TEXT ? ""
				: "; default " + defaults.get(p)) + ")</i>");
		html.append("</table><h3>Presets</h3><table>");
		for (final Preset preset : Preset.values())
			row(html, preset.title(), escape(preset.help()) + "<br><tt>" + escape(preset.options()) + "</tt>");
		html.append("</table><h3>If the result is weak</h3><p>Increase iterations or step. Layers near the input " +
			"produce texture,<br>deeper layers produce objects. For larger forms increase octaves, or reduce the image size.</p>");
		return html.append("</html>").toString();
	}

	private static void row(final StringBuilder html, final String name, final String text) {
		html.append("<tr><td valign=top><b>").append(escape(name)).append("</b></td><td>").append(text).append("</td></tr>");
	}

	private static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
