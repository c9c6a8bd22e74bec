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
import java.util.stream.Collectors;

import io.deepdream.image.Picture;
import io.deepdream.params.DreamException;

/**
 * Describes a network: its frozen graph, input convention (input node, range, mean,
 * standard deviation, channel order), default layer, licence and citation. Read from
 * the properties file beside the graph.
 * <p>
 * For a picture with values 0..255, the network's input is (v - mean) * scale / std, where
 * v is the value mapped linearly to {@code range}. The default is 0..255 minus 117 for
 * RGB, and 0..1 for other numbers of channels, which only the graph states reliably.
 * </p>
 */
public final class ModelSpec {

	private final URL graph;
	private final Properties properties;
	private final String name;
	private final int inputChannels;
	private final InputNormalisation normalisation;
	private final InputScaling scaling;
	private final boolean bgr;

	/**
	 * @param fallbackName name if the properties contain none
	 * @param graph URL of the frozen GraphDef
	 * @param properties may be empty: RGB with mean 117, or other channels with range 0, 1
	 * @throws DreamException if a property is invalid
	 */
	public ModelSpec(final String fallbackName, final URL graph, final Properties properties) {
		this.graph = graph;
		this.properties = (Properties) properties.clone();
		name = text("name", fallbackName);
		inputChannels = parseChannels();
		normalisation = InputNormalisation.parse(text("normalise-input", "fixed")).orElseThrow(() -> invalid("normalise-input",
			"one of " + InputNormalisation.forms()));
		scaling = new InputScaling(name, properties, normalisation, inputChannels == 0 ? Picture.RGB : inputChannels);
		final String order = text("order", "RGB").toUpperCase(Locale.ROOT);
		if (!Arrays.asList("RGB", "BGR").contains(order)) throw invalid("order", "RGB or BGR");
		bgr = order.equals("BGR");
		if (inputChannels > 0) requireOrder(inputChannels);
	}

	private int parseChannels() {
		final String text = text("input-channels", "");
		if (text.isEmpty()) return 0;
		if (!text.matches("[1-9]\\d{0,3}")) throw invalid("input-channels", "a number from 1 to 9999");
		return Integer.parseInt(text);
	}

	private void requireOrder(final int channels) {
		if (bgr && channels != Picture.RGB) throw invalid("order", "omitted, because the network has " + channels +
			(channels == 1 ? " input channel" : " input channels") + " and an order only exists for 3");
	}

	public String name() {
		return name;
	}

	public URL graph() {
		return graph;
	}

	/** A copy of the properties beside the graph, or of the catalogue. */
	public Properties properties() {
		return (Properties) properties.clone();
	}

	/** Identifies the current file and convention; equal to a later one if the network is unchanged. */
	public Fingerprint fingerprint() {
		return Fingerprint.of(this);
	}

	/** The SHA-256 in the properties, which {@link #read()} checks; lower-case hex, empty if there is none. */
	public String sha256() {
		return text("sha256", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * All properties that determine how an image is converted to the network's input.
	 *
	 * @param channels of the network's input
	 */
	public List<Object> conventions(final int channels) {
		return List.of(input(), bgr, Arrays.toString(mean(channels)), Arrays.toString(scale(channels)));
	}

	/** Name of the input node; empty if it is to be detected. */
	public String input() {
		return text("input", "");
	}

	/** The number of input channels in the properties; 0 if there is none, and the graph decides alone. */
	public int inputChannels() {
		return inputChannels;
	}

	/** How an image's own values become the 0..255 of a picture. */
	public InputNormalisation inputNormalisation() {
		return normalisation;
	}

	/**
	 * Names of the channels of the network's output, such as probability; empty if the
	 * properties contain none.
	 */
	public List<String> outputChannelNames() {
		return Arrays.stream(text("output-channels", "").split("[,;]")).map(String::trim).filter(n -> !n.isEmpty()).collect(
			Collectors.toUnmodifiableList());
	}

	/** As {@link #mean(int)}, for the number of channels in the properties, or for 3. */
	public float[] mean() {
		return scaling.mean().clone();
	}

	/** As {@link #scale(int)}, for the number of channels in the properties, or for 3. */
	public float[] scale() {
		return scaling.scale().clone();
	}

	/**
	 * The mean to subtract from values 0..255, in the network's channel order. Combines range,
	 * mean and std.
	 *
	 * @param channels of the network's input
	 * @return one value for each channel
	 * @throws DreamException if the properties are those of another number of channels
	 */
	public float[] mean(final int channels) {
		return scaling(channels).mean().clone();
	}

	/** The factor after subtracting {@link #mean(int)}. */
	public float[] scale(final int channels) {
		return scaling(channels).scale().clone();
	}

	private InputScaling scaling(final int channels) {
		if (scaling.mean().length == channels) return scaling;
		requireOrder(channels);
		return new InputScaling(name, properties, normalisation, channels);
	}

	/**
	 * Whether the properties contain the range, mean, standard deviation, scale or
	 * normalisation, instead of leaving the default.
	 */
	public boolean statesInput() {
		return InputScaling.isStated(properties) || !normalisation.isFixed();
	}

	/** Whether the network's first channel is blue. */
	public boolean bgr() {
		return bgr;
	}

	/** As {@link #describeInput(int)}, for the number of channels in the properties, or for 3. */
	public String describeInput() {
		return describeInput(scaling.mean().length);
	}

	/**
	 * The input convention for users: the channels and their order, the values of black and
	 * white in each, and the normalisation by the image's own values.
	 *
	 * @param channels of the network's input
	 */
	public String describeInput(final int channels) {
		return (bgr ? "BGR" : channels == Picture.RGB ? "RGB" : channels == 1 ? "1 channel" : channels + " channels") + ", " +
			scaling(channels).describe() + (normalisation.isFixed() ? "" : ", " + normalisation);
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

	private DreamException invalid(final String key, final String expected) {
		return invalid(name, properties, key, expected);
	}

	static DreamException invalid(final String network, final Properties properties, final String key,
		final String expected)
	{
		return new DreamException("The properties file of the network " + network + " has " + key + " = " + properties
			.getProperty(key) + ": it must be " + expected + ".");
	}
}
