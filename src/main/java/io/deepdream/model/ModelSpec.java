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
import java.util.stream.Stream;

import io.deepdream.params.DreamException;

/**
 * Describes a network: its frozen graph, input convention (input node, range, mean,
 * standard deviation, channel order), default layer, licence and citation. Read from
 * the properties file beside the graph.
 * <p>
 * For an RGB image with values 0..255, the network's input is (v - mean) * scale /
 * std, where v is the value mapped linearly to {@code range} (default 0..255).
 * </p>
 */
public final class ModelSpec {

	/** The mean of the original DeepDream tutorial, the default for graphs without a properties file. */
	private static final String DEFAULT_MEAN = "117";

	private final URL graph;
	private final Properties properties;
	private final String name;
	private final float[] mean = new float[3];
	private final float[] scale = new float[3];
	private final boolean bgr;

	/**
	 * @param fallbackName name if the properties contain none
	 * @param graph URL of the frozen GraphDef
	 * @param properties may be empty: RGB, mean 117, scale 1
	 * @throws DreamException if a property is invalid
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
		if (!(unit > 0)) throw invalid("range", "two numbers, the lower one first");
		for (int c = 0; c < 3; c++) {
			if (!(deviations[c] > 0)) throw invalid("std", "above 0");
			if (scales[c] == 0) throw invalid("scale", "other than 0");
			mean[c] = (float) ((means[c] - range[0]) / unit);
			scale[c] = (float) (unit * scales[c] / deviations[c]);
		}
		final String order = text("order", "RGB").toUpperCase(Locale.ROOT);
		if (!Arrays.asList("RGB", "BGR").contains(order)) throw invalid("order", "RGB or BGR");
		bgr = order.equals("BGR");
	}

	public String name() {
		return name;
	}

	public URL graph() {
		return graph;
	}

	/** Not a copy; must not be modified. */
	Properties properties() {
		return properties;
	}

	/** Identifies the current file and convention; equal to a later one if the network is unchanged. */
	public Fingerprint fingerprint() {
		return Fingerprint.of(this);
	}

	/** The SHA-256 in the properties, which {@link #read()} checks; lower-case hex, empty if there is none. */
	public String sha256() {
		return text("sha256", "").toLowerCase(Locale.ROOT);
	}

	/** All properties that determine how an image is converted to the network's input. */
	public List<Object> conventions() {
		return List.of(input(), bgr, Arrays.toString(mean), Arrays.toString(scale));
	}

	/** Name of the input node; empty if it is to be detected. */
	public String input() {
		return text("input", "");
	}

	/**
	 * The mean to subtract from values 0..255, in the network's channel order; 3 values.
	 * Combines range, mean and std.
	 */
	public float[] mean() {
		return mean.clone();
	}

	/** The factor after subtracting the mean, in the network's channel order; 3 values. */
	public float[] scale() {
		return scale.clone();
	}

	/** Whether the properties contain the range, mean, standard deviation or scale, instead of leaving the default. */
	public boolean statesInput() {
		return Stream.of("range", "mean", "std", "scale").anyMatch(key -> !text(key, "").isEmpty());
	}

	/** Whether the network's first channel is blue. */
	public boolean bgr() {
		return bgr;
	}

	/** The input convention for users: the channel order, and the values of black and white in each channel. */
	public String describeInput() {
		final StringBuilder text = new StringBuilder(bgr ? "BGR" : "RGB");
		for (int c = 0; c < 3; c++)
			if (c == 0 || mean[c] != mean[0] || scale[c] != scale[0]) text.append(String.format(Locale.ROOT, c == 0
				? ", 0..255 becomes %.4g..%.4g" : ", %.4g..%.4g", (0 - mean[c]) * scale[c], (255 - mean[c]) * scale[c]));
		return text.toString();
	}

	/** The default layer; empty if none is given. */
	public String layer() {
		return text("layer", "");
	}

	/** The default channels of {@link #layer()}. */
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
	 * Reads the graph and checks its SHA-256 if the properties contain one.
	 *
	 * @throws DreamException if the file cannot be read, or its SHA-256 differs
	 */
	public byte[] read() {
		final byte[] bytes;
		try (InputStream in = open()) {
			bytes = in.readAllBytes();
		}
		catch (final IOException exc) {
			throw new DreamException("The network file " + location() + " cannot be read: check that it exists and " +
				"that you have permission to read it.", exc);
		}
		catch (final OutOfMemoryError exc) {
			throw new DreamException("The network file " + location() + " is too large to be read into memory: " +
				"frozen graphs are smaller than 2 GB.", exc);
		}
		if (!sha256().isEmpty() && !sha256().equals(Sha256.of(bytes))) throw new DreamException(
			"The network file " + location() + " is damaged or differs from that of its properties file (SHA-256 " +
				Sha256.of(bytes) + "): download it again or correct the properties file.");
		return bytes;
	}

	private InputStream open() throws IOException {
		final URLConnection connection = graph.openConnection();
		connection.setUseCaches(false);
		final InputStream in = connection.getInputStream();
		if (connection.getContentLengthLong() <= Integer.MAX_VALUE) return in;
		in.close();
		throw new DreamException("The file " + location() + " is not a frozen graph: it has " + (connection
			.getContentLengthLong() >> 20) + " MB, but graphs are smaller than 2048 MB.");
	}

	/** The file path for messages; for the embedded network, its name. */
	public String location() {
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

	/** Parses numbers; a single number applies to all three channels. */
	private double[] numbers(final String key, final String fallback, final int count) {
		final String[] words = text(key, fallback).split("[,;\\s]+");
		final String description = (count == 3 ? "one or three numbers" : count + " numbers") + ", with decimal points";
		if (words.length != count && (words.length != 1 || count != 3)) throw invalid(key, description);
		final double[] numbers = new double[count];
		for (int i = 0; i < count; i++)
			try {
				numbers[i] = Double.parseDouble(words[words.length == 1 ? 0 : i]);
				if (!Double.isFinite(numbers[i])) throw invalid(key, description);
			}
			catch (final NumberFormatException exc) {
				throw invalid(key, description);
			}
		return numbers;
	}

	private DreamException invalid(final String key, final String expected) {
		return new DreamException("The properties file of the network " + name + " has " + key +
			" = " + properties.getProperty(key) + ": it must be " + expected + ".");
	}
}
