package io.deepdream.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import io.deepdream.params.DreamException;

/**
 * Which network, and what it expects of a picture: where its frozen graph is, its
 * input node, range, mean, standard deviation and channel order, its default
 * layer, licence and citation. Read from the properties file beside a graph.
 * <p>
 * A picture is RGB, 0..255. The network sees (v - mean) * scale / std, where v is
 * the picture's value brought to {@code range} (0..255 if none is given: unchanged).
 * </p>
 */
public final class ModelSpec {

	/** Mean of the original tutorial, for graphs that come without a properties file. */
	private static final String DEFAULT_MEAN = "117";

	private final URL graph;
	private final Properties properties;
	private final String name;
	private final float[] mean = new float[3];
	private final float[] scale = new float[3];
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
		final boolean ranged = !text("range", "").isEmpty();
		final double[] range = numbers("range", "0, 255", 2);
		final double[] means = numbers("mean", ranged ? "0" : DEFAULT_MEAN, 3);
		final double[] scales = numbers("scale", "1", 3);
		final double[] deviations = numbers("std", "1", 3);
		final double unit = (range[1] - range[0]) / 255;
		if (!(unit > 0)) throw bad("range", "two numbers, the lower one first");
		for (int c = 0; c < 3; c++) {
			if (!(deviations[c] > 0)) throw bad("std", "above 0");
			if (scales[c] == 0) throw bad("scale", "other than 0");
			mean[c] = (float) ((means[c] - range[0]) / unit);
			scale[c] = (float) (unit * scales[c] / deviations[c]);
		}
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

	/** Not a copy: changed by nobody. */
	Properties properties() {
		return properties;
	}

	/** What this spec means now: equal at a later time if that is still the same network. */
	public Fingerprint fingerprint() {
		return Fingerprint.of(this);
	}

	/** The checksum that the properties promise, which {@link #read()} checks; lower-case hex, empty if there is none. */
	public String sha256() {
		return text("sha256", "").toLowerCase(Locale.ROOT);
	}

	/** All that decides how a picture becomes the network's input: equal where that is the same. */
	public List<Object> conventions() {
		return List.of(input(), bgr, Arrays.toString(mean), Arrays.toString(scale));
	}

	/** Name of the input node; empty = to be found in the graph. */
	public String input() {
		return text("input", "");
	}

	/** Subtracted from 0..255, in the network's channel order; three numbers. Range, mean and std are all in it. */
	public float[] mean() {
		return mean.clone();
	}

	/** Multiplied after the mean is subtracted; three numbers, in the network's channel order. */
	public float[] scale() {
		return scale.clone();
	}

	/** Whether the network's first channel is blue. */
	public boolean bgr() {
		return bgr;
	}

	/** The input in words, for lists: its order, and what black and white become in each channel. */
	public String describeInput() {
		final StringBuilder text = new StringBuilder(bgr ? "BGR" : "RGB");
		for (int c = 0; c < 3; c++)
			if (c == 0 || mean[c] != mean[0] || scale[c] != scale[0]) text.append(String.format(Locale.ROOT, c == 0
				? ", 0..255 becomes %.4g..%.4g" : ", %.4g..%.4g", (0 - mean[c]) * scale[c], (255 - mean[c]) * scale[c]));
		return text.toString();
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
		try (InputStream in = open()) {
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
		if (!sha256().isEmpty() && !sha256().equals(Sha256.of(bytes))) throw new DreamException(
			"The network file " + where() + " is damaged or another one than its properties file says (SHA-256 " +
				Sha256.of(bytes) + "): fetch it again or correct the properties file.");
		return bytes;
	}

	private InputStream open() throws IOException {
		final URLConnection connection = graph.openConnection();
		connection.setUseCaches(false);
		final InputStream in = connection.getInputStream();
		if (connection.getContentLengthLong() <= Integer.MAX_VALUE) return in;
		in.close();
		throw new DreamException("The file " + where() + " is no frozen graph: it has " + (connection
			.getContentLengthLong() >> 20) + " MB, and graphs are always below 2048.");
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

	private String text(final String key, final String fallback) {
		return properties.getProperty(key, fallback).trim();
	}

	/** As many numbers as wanted; a single one may stand for all three channels. */
	private double[] numbers(final String key, final String fallback, final int wanted) {
		final String[] words = text(key, fallback).split("[,;\\s]+");
		final String description = wanted == 3 ? "one or three numbers" : wanted + " numbers";
		if (words.length != wanted && (words.length != 1 || wanted != 3)) throw bad(key, description);
		final double[] numbers = new double[wanted];
		for (int i = 0; i < wanted; i++)
			try {
				numbers[i] = Double.parseDouble(words[words.length == 1 ? 0 : i]);
				if (!Double.isFinite(numbers[i])) throw bad(key, description);
			}
			catch (final NumberFormatException exc) {
				throw bad(key, description);
			}
		return numbers;
	}

	private DreamException bad(final String key, final String wanted) {
		return new DreamException("The properties file of the network " + name + " gives " + key +
			" = " + properties.getProperty(key) + ": it must be " + wanted + ".");
	}
}
