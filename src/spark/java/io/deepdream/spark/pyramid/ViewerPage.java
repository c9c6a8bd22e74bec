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
package io.deepdream.spark.pyramid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.deepdream.spark.cluster.Storage;

/**
 * A page that shows a Deep Zoom pyramid with OpenSeadragon, which it brings along with its licence. The description is in
 * the page, because browsers read no other files for a page that is opened from a disk.
 */
final class ViewerPage {

	/** The WebJar of the npm package; the version is that of pom.xml. */
	private static final String LIBRARY = "/META-INF/resources/webjars/openseadragon/2.4.2/";
	private static final String BUILD = LIBRARY + "build/openseadragon/";
	private static final List<String> BUTTONS = List.of("zoomin", "zoomout", "home", "fullpage");
	private static final List<String> STATES = List.of("rest", "grouphover", "hover", "pressed");

	private ViewerPage() {}

	/**
	 * @param page the file, beside the pyramid
	 * @param name for the title
	 * @param tiles the name of the folder of tiles
	 */
	static void write(final String page, final String name, final DeepZoomDescription description, final String tiles) {
		final String viewer = Storage.name(page).replaceFirst("\\.html$", "_viewer");
		final String folder = page.replaceFirst("[^/]*$", "") + viewer;
		copy(BUILD + "openseadragon.min.js", folder + "/openseadragon.min.js");
		copy(LIBRARY + "LICENSE.txt", folder + "/LICENSE.txt");
		for (final String button : BUTTONS)
			for (final String state : STATES)
				copy(BUILD + "images/" + button + "_" + state + ".png", folder + "/images/" + button + "_" + state + ".png");
		final String html = resource("viewer.html", ViewerPage.class.getResourceAsStream("viewer.html")).replace("${title}", html(
			name)).replace("${viewer}", script(viewer)).replace("${source}", description.json("encodeURIComponent(" + script(tiles) +
				") + \"/\""));
		Storage.write(page, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
	}

	private static void copy(final String resource, final String target) {
		Storage.write(target, out -> {
			try (InputStream in = ViewerPage.class.getResourceAsStream(resource)) {
				in.transferTo(out);
			}
		});
	}

	private static String resource(final String name, final InputStream in) {
		try (in) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(name, exc);
		}
	}

	private static String html(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}

	/** A string of JavaScript in a page. */
	private static String script(final String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\x3c") + '"';
	}
}
