/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
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

	/** The help of one parameter, for the dialog. */
	static String sentence(final Parameter p) {
		return p.label() + ": " + p.help() + (p.kind() == Parameter.Kind.WHOLE || p.kind() == Parameter.Kind.REAL ? "; " + p
			.range() : "") + ".";
	}

	private static void row(final StringBuilder html, final String name, final String text) {
		html.append("<tr><td valign=top><b>").append(escape(name)).append("</b></td><td>").append(text).append("</td></tr>");
	}

	private static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}
}
