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
package io.deepdream.model;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.Properties;

/**
 * A network that can be downloaded: the properties of a model, and in addition the
 * address, size and checksum of its graph or of a zip archive that contains it.
 *
 * <pre>
 * url              address of the download
 * download.size    size of the download in bytes
 * download.sha256  SHA-256 of the download
 * download.member  name of the graph in the zip archive; without it, the download is the graph
 * size             size of the graph in bytes
 * </pre>
 */
public final class CatalogueEntry {

	private final Properties properties;

	CatalogueEntry(final Properties properties) {
		this.properties = properties;
	}

	public String name() {
		return required("name");
	}

	/** Describes the network for users who choose one. */
	public String description() {
		return properties.getProperty("description", "");
	}

	public String licence() {
		return properties.getProperty("licence", "unknown");
	}

	public URL url() {
		try {
			return new URL(required("url"));
		}
		catch (final MalformedURLException exc) {
			throw new IllegalStateException("the catalogue's entry " + name() + " has an invalid URL", exc);
		}
	}

	/** Name of the downloaded file: the last part of the URL's path. */
	public String fileName() {
		final String path = url().getPath();
		return path.substring(path.lastIndexOf('/') + 1);
	}

	/** Size of the download in bytes. */
	public long downloadSize() {
		return Long.parseLong(required("download.size"));
	}

	/** SHA-256 of the download, lower-case hex. */
	public String downloadSha256() {
		return required("download.sha256");
	}

	/** Name of the graph in the archive; empty if the download is the graph. */
	public String member() {
		return properties.getProperty("download.member", "");
	}

	/** Size of the graph in bytes. */
	public long size() {
		return Long.parseLong(required("size"));
	}

	/** SHA-256 of the graph, lower-case hex. */
	public String sha256() {
		return required("sha256");
	}

	/** The properties for a {@link ModelSpec}. */
	Properties properties() {
		return (Properties) properties.clone();
	}

	private String required(final String key) {
		final String value = properties.getProperty(key);
		if (value == null) throw new IllegalStateException("a catalogue entry has no " + key);
		return value.trim();
	}
}
