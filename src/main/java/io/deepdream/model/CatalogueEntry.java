package io.deepdream.model;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.Properties;

/**
 * A network that can be fetched: a model's properties and, beside them, where its
 * file or an archive with it comes from and what that must be.
 *
 * <pre>
 * url              where to fetch
 * download.size    bytes of what is fetched
 * download.sha256  its SHA-256
 * download.member  the graph's name in the zip archive; without it the download is the graph
 * size             bytes of the graph
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

	/** What the network is, for somebody who is to choose one. */
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
			throw new IllegalStateException("the catalogue's entry " + name() + " has a bad address", exc);
		}
	}

	/** The last part of the address: the name under which a browser would save it. */
	public String fileName() {
		final String path = url().getPath();
		return path.substring(path.lastIndexOf('/') + 1);
	}

	/** Bytes to fetch. */
	public long downloadSize() {
		return Long.parseLong(required("download.size"));
	}

	/** SHA-256 of what is fetched, lower-case hex. */
	public String downloadSha256() {
		return required("download.sha256");
	}

	/** The graph's name within the archive; empty if what is fetched is the graph. */
	public String member() {
		return properties.getProperty("download.member", "");
	}

	/** Bytes of the graph. */
	public long size() {
		return Long.parseLong(required("size"));
	}

	/** SHA-256 of the graph, lower-case hex. */
	public String sha256() {
		return required("sha256");
	}

	/** What {@link ModelSpec} reads. */
	Properties properties() {
		return (Properties) properties.clone();
	}

	private String required(final String key) {
		final String value = properties.getProperty(key);
		if (value == null) throw new IllegalStateException("a catalogue entry without " + key);
		return value.trim();
	}
}
