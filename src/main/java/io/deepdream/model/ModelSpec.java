package io.deepdream.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Paths;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;

import io.deepdream.DreamException;

/**
 * Which network, and what it expects of a picture: where its frozen graph is, its
 * input node, mean, scale and channel order, its default layer, licence and
 * citation. Read from the properties file beside a graph.
 * <p>
 * A picture is RGB, 0..255; the network sees (picture - mean) * scale.
 * </p>
 */
public final class ModelSpec {

	/** Mean of the original tutorial, for graphs that come without a properties file. */
	private static final String DEFAULT_MEAN = "117, 117, 117";

	private final URL graph;
	private final Properties properties;
	private final String name;
	private final float[] mean;
	private final float scale;
	private final boolean bgr;

	/**
	 * @param fallbackName name if the properties give none
	 * @param graph where the frozen GraphDef is
	 * @param properties may be empty: RGB, mean 117, scale 1
	 * @throws DreamException for a property that cannot be read
	 */
	public ModelSpec(final String fallbackName, final URL graph, final Properties properties) {
		this.graph = graph;
		this.properties = (Properties) properties.clone();
		name = text("name", fallbackName);
		mean = new float[3];
		final String[] means = text("mean", DEFAULT_MEAN).split("[,;\\s]+");
		if (means.length != 1 && means.length != 3) throw bad("mean", "three numbers");
		for (int c = 0; c < 3; c++)
			mean[c] = number("mean", means[means.length == 1 ? 0 : c]);
		scale = number("scale", text("scale", "1"));
		final String order = text("order", "RGB").toUpperCase(Locale.ROOT);
		if (!Arrays.asList("RGB", "BGR").contains(order)) throw bad("order", "RGB or BGR");
		bgr = order.equals("BGR");
	}

	public String name() {
		return name;
	}

	public URL graph() {
		return graph;
	}

	/** Name of the input node; empty = to be found in the graph. */
	public String input() {
		return text("input", "");
	}

	/** Subtracted from 0..255, in the network's channel order; three numbers. */
	public float[] mean() {
		return mean.clone();
	}

	/** Multiplied after the mean is subtracted. */
	public float scale() {
		return scale;
	}

	/** Whether the network's first channel is blue. */
	public boolean bgr() {
		return bgr;
	}

	/** The layer to dream when none is asked for; empty = none named. */
	public String layer() {
		return text("layer", "");
	}

	/** The channels that go with {@link #layer()}. */
	public String channels() {
		return text("channels", "all");
	}

	public String licence() {
		return text("licence", "unknown");
	}

	public String citation() {
		return text("citation", "");
	}

	/**
	 * The graph's bytes, checked against the SHA-256 of the properties if there is
	 * one.
	 *
	 * @throws DreamException if the file cannot be read or is not the one promised
	 */
	public byte[] read() {
		final byte[] bytes;
		try (InputStream in = graph.openStream()) {
			bytes = in.readAllBytes();
		}
		catch (final IOException exc) {
			throw new DreamException("The network file " + where() + " cannot be read: check that it exists and " +
				"that you may read it.", exc);
		}
		catch (final OutOfMemoryError exc) {
			throw new DreamException("The network file " + where() + " is too large to be read into memory: " +
				"frozen graphs are below 2 GB.", exc);
		}
		final String promised = text("sha256", "");
		if (!promised.isEmpty() && !promised.equalsIgnoreCase(sha256(bytes))) throw new DreamException(
			"The network file " + where() + " is damaged or another one than its properties file says (SHA-256 " +
				sha256(bytes) + "): fetch it again or correct the properties file.");
		return bytes;
	}

	/** The file as a user knows it. */
	public String where() {
		if (!"file".equals(graph.getProtocol())) return name;
		try {
			return Paths.get(graph.toURI()).toString();
		}
		catch (final URISyntaxException exc) {
			return graph.getPath();
		}
	}

	/** Lower-case hex. */
	public static String sha256(final byte[] bytes) {
		try {
			final StringBuilder hex = new StringBuilder();
			for (final byte b : MessageDigest.getInstance("SHA-256").digest(bytes))
				hex.append(String.format("%02x", b));
			return hex.toString();
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("every Java has SHA-256", exc);
		}
	}

	private String text(final String key, final String fallback) {
		return properties.getProperty(key, fallback).trim();
	}

	private float number(final String key, final String text) {
		try {
			return Float.parseFloat(text);
		}
		catch (final NumberFormatException exc) {
			throw bad(key, "numbers");
		}
	}

	private DreamException bad(final String key, final String wanted) {
		return new DreamException("The properties file of the network " + text("name", where()) + " gives " + key +
			" = " + properties.getProperty(key) + ": it must be " + wanted + ".");
	}
}
