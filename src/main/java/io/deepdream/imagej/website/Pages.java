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
package io.deepdream.imagej.website;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import ij.plugin.frame.Recorder;

import io.deepdream.DeepDream;
import io.deepdream.dream.ChannelRenderer.Origin;
import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamParams;
import io.deepdream.params.MacroOptions;
import io.deepdream.params.Parameter;

/** Writes the pages: one for the network, one for each layer and one for each channel. */
public final class Pages {

	/** Pictures of a layer on the network's page. */
	private static final int SAMPLES = 8;
	/** Always part of a macro line. */
	private static final Set<Parameter> NAMED = EnumSet.of(Parameter.MODEL, Parameter.LAYER, Parameter.CHANNELS);

	private final ModelSpec model;
	private final String sha256;
	private final WebsiteSettings settings;
	private final List<LayerInfo> layers;
	private final Map<String, Map<Integer, ChannelEntry>> entries = new TreeMap<>();
	private final Examples examples;

	/**
	 * @param layers in the order of the network
	 * @param finished the channels that have pictures
	 */
	public Pages(final DeepDream deepDream, final WebsiteSettings settings, final List<LayerInfo> layers,
		final Collection<ChannelEntry> finished, final Examples examples)
	{
		model = deepDream.model();
		sha256 = deepDream.sha256();
		this.settings = settings;
		this.layers = layers;
		this.examples = examples;
		for (final LayerInfo layer : layers)
			entries.put(layer.name(), new TreeMap<>());
		for (final ChannelEntry entry : finished)
			entries.get(entry.layer()).put(entry.channel(), entry);
	}

	/** Writes all pages, replacing those of an earlier start. */
	public void write(final SiteFiles files) {
		files.write(SitePaths.STYLE, resource(SitePaths.STYLE));
		files.write(SitePaths.SEARCH, resource(SitePaths.SEARCH));
		for (int i = 0; i < layers.size(); i++) {
			final LayerInfo layer = layers.get(i);
			files.write(SitePaths.layerPage(layer.name()), layerPage(i));
			for (final ChannelEntry entry : channels(layer).values())
				files.write(SitePaths.channelPage(layer.name(), entry.channel()), channelPage(layer, entry));
		}
		// last, so that a website with this page is complete
		files.write(SitePaths.INDEX, index());
	}

	private static byte[] resource(final String name) {
		try (InputStream in = Pages.class.getResourceAsStream("/website/" + name)) {
			return in.readAllBytes();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private Map<Integer, ChannelEntry> channels(final LayerInfo layer) {
		return entries.get(layer.name());
	}

	private byte[] index() {
		final Html page = new Html("Channels of " + model.name(), "");
		page.add("<h1>Channels of " + Html.escape(model.name()) + "</h1>");
		page.add("<p>What each channel of the network detects: the picture, from noise, that activates it most.</p>");
		page.add("<p><label for=\"search\">Search by layer and channel, such as <i>4c 139</i></label><br>" +
			"<input id=\"search\" type=\"search\" autocomplete=\"off\"></p><ul id=\"results\"></ul>");
		page.add("<table><tr><th>Layer</th><th class=\"number\">Channels</th><th class=\"number narrow\">Receptive field</th>" +
			"<th></th></tr>");
		for (final LayerInfo layer : layers)
			page.add("<tr><td>" + Html.link(SitePaths.layerPage(layer.name()), layer.name()) + "</td><td class=\"number\">" +
				layer.channels() + "</td><td class=\"number narrow\">" + layer.receptiveField() + "</td><td><div class=\"row\">" +
				channels(layer).values().stream().limit(SAMPLES).map(entry -> "<img loading=\"lazy\" alt=\"\" src=\"" + SitePaths
					.picture(layer.name(), entry.channel()) + "\">").collect(Collectors.joining()) + "</div></td></tr>");
		page.add("</table>");
		page.add("<h2>Network</h2><p>" + Html.escape(model.citation()) + "<br>Licence: " + Html.escape(model.licence()) +
			"<br>SHA-256: <code>" + sha256 + "</code></p>");
		page.add("<script>const LAYERS = [" + layers.stream().map(this::searchable).collect(Collectors.joining(",\n")) +
			"];</script><script src=\"" + SitePaths.SEARCH + "\"></script>");
		return page.bytes();
	}

	private String searchable(final LayerInfo layer) {
		return "{name: " + script(layer.name()) + ", folder: " + script(SitePaths.folder(layer.name())) + ", channels: " + layer
			.channels() + ", names: [" + layer.channelNames().stream().map(Pages::script).collect(Collectors.joining(", ")) + "]}";
	}

	/** A string of JavaScript that does not end the script element. */
	private static String script(final String text) {
		final StringBuilder result = new StringBuilder("\"");
		for (final char c : text.toCharArray())
			if (c < ' ' || c == '"' || c == '\\' || c == '<' || c > '~') result.append(String.format(Locale.ROOT, "\\u%04x",
				(int) c));
			else result.append(c);
		return result.append('"').toString();
	}

	private byte[] layerPage(final int index) {
		final LayerInfo layer = layers.get(index);
		final Html page = new Html(layer.name() + ", " + model.name(), "../");
		page.add("<nav>" + Html.link("../" + SitePaths.INDEX, model.name()) + neighbour(index - 1, "previous layer: ") +
			neighbour(index + 1, "next layer: ") + "</nav>");
		page.add("<h1>" + Html.escape(layer.name()) + "</h1>");
		page.add("<p>" + layer.describeChannels() + ", receptive field of " + layer.receptiveField() + " pixels, stride " +
			layer.stride() + "</p><div class=\"wall\">");
		for (final ChannelEntry entry : channels(layer).values())
			page.add("<a href=\"" + SitePaths.channelPage(entry.channel()) + "\">" + Html.figure(SitePaths.picture(entry.channel()),
				"channel " + entry.channel(), caption(layer, entry.channel())) + "</a>");
		page.add("</div>");
		return page.bytes();
	}

	private String neighbour(final int index, final String what) {
		return index < 0 || index >= layers.size() ? "" : Html.link("../" + SitePaths.layerPage(layers.get(index).name()), what +
			layers.get(index).name());
	}

	private static String caption(final LayerInfo layer, final int channel) {
		return channel + (channel < layer.channelNames().size() ? " " + Html.escape(layer.channelNames().get(channel)) : "");
	}

	private byte[] channelPage(final LayerInfo layer, final ChannelEntry entry) {
		final int channel = entry.channel();
		final Html page = new Html(layer.name() + ", channel " + channel, "../");
		page.add("<nav>" + Html.link("../" + SitePaths.INDEX, model.name()) + Html.link(SitePaths.INDEX, layer.name()) +
			channelLink(layer, channel - 1, "previous channel") + channelLink(layer, channel + 1, "next channel") + "</nav>");
		page.add("<h1>" + Html.escape(layer.name()) + ", channel " + caption(layer, channel) + "</h1>");
		page.add("<div class=\"picture\">" + Html.figure(SitePaths.picture(channel), "channel " + channel, String.format(Locale.ROOT,
			"score %.4g", entry.score()) + (entry.origin() == Origin.NOISE ? "" : ", " + entry.origin().note())) + "</div>");
		if (settings.hasVariations(entry.origin())) {
			page.add("<h2>Variations</h2><div class=\"large\">");
			for (int i = 1; i <= settings.variations(); i++)
				page.add(Html.figure(SitePaths.variation(channel, i), "variation " + i, ""));
			page.add("</div>");
		}
		final List<Example> best = examples.of(layer.name(), channel);
		if (!best.isEmpty()) {
			page.add("<h2>Images that activate it most</h2><div class=\"large\">");
			for (int i = 0; i < best.size(); i++)
				page.add(Html.figure(SitePaths.example(channel, i + 1), best.get(i).image(), String.format(Locale.ROOT,
					"%s: %.4g", Html.escape(best.get(i).image()), best.get(i).score())));
			page.add("</div>");
		}
		page.add("<h2>Macro</h2><pre>" + Html.escape(macro(settings.channelParams(layer.name(), channel)) + (settings
			.hasVariations(entry.origin()) ? "\n" + macro(settings.variationParams(layer.name(), channel)) : "")) + "</pre>");
		return page.bytes();
	}

	private String channelLink(final LayerInfo layer, final int channel, final String text) {
		return channels(layer).containsKey(channel) ? Html.link(SitePaths.channelPage(channel), text) : "";
	}

	/** The macro line, with the parameters that are not the command's defaults. */
	private static String macro(final DreamParams params) {
		final CommandDescriptor command = Commands.of(params);
		final String options = params.task().parameters().stream().filter(p -> NAMED.contains(p) || !params.value(p).equals(
			command.defaults().value(p))).map(p -> p.key() + "=" + MacroOptions.quote(params.get(p))).collect(Collectors.joining(
				" "));
		return "run(\"" + command.label() + "\", \"" + Recorder.fixString(options) + "\");";
	}
}
