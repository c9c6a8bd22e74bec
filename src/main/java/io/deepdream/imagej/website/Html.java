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

import java.nio.charset.StandardCharsets;

/** A page of the website. */
final class Html {

	private final StringBuilder body = new StringBuilder();
	private final String title;
	private final String toRoot;

	/** @param toRoot the way from the page's folder to the website's: empty or "../" */
	Html(final String title, final String toRoot) {
		this.title = title;
		this.toRoot = toRoot;
	}

	/** Appends markup. */
	Html add(final String markup) {
		body.append(markup).append('\n');
		return this;
	}

	static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	static String link(final String to, final String text) {
		return "<a href=\"" + to + "\">" + escape(text) + "</a>";
	}

	/** A picture and what stands below it; loaded when it is scrolled into view. */
	static String figure(final String picture, final String alt, final String caption) {
		return "<figure><img loading=\"lazy\" src=\"" + picture + "\" alt=\"" + escape(alt) + "\"><figcaption>" + caption +
			"</figcaption></figure>";
	}

	byte[] bytes() {
		return ("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" +
			"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escape(title) +
			"</title>\n<link rel=\"stylesheet\" href=\"" + toRoot + SitePaths.STYLE + "\">\n</head>\n<body>\n" + body +
			"</body>\n</html>\n").getBytes(StandardCharsets.UTF_8);
	}
}
