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
