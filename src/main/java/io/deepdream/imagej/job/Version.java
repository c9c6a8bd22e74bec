package io.deepdream.imagej.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the plugin, written by the build. */
public final class Version {

	private Version() {}

	public static String get() {
		final Properties properties = new Properties();
		try (InputStream in = Version.class.getResourceAsStream("/deepdream-version.properties")) {
			properties.load(in);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return properties.getProperty("version");
	}
}
