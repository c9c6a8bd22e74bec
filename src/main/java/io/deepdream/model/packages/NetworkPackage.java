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
package io.deepdream.model.packages;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** An opened package. Its files exist until it is closed. */
public final class NetworkPackage implements AutoCloseable {

	private final String kind;
	private final Path savedModel;
	private final Properties properties;
	private final Map<String, Path> attachments = new LinkedHashMap<>();
	private TemporaryFolder temporary;
	private String name = "";
	private boolean givesImage;

	/**
	 * @param kind what the package is, such as "StarDist model"
	 * @param savedModel folder with saved_model.pb
	 * @param properties for a ModelSpec, without name and layer
	 */
	NetworkPackage(final String kind, final Path savedModel, final Properties properties) {
		this.kind = kind;
		this.savedModel = savedModel;
		this.properties = properties;
	}

	/**
	 * @param role "cover" or "test"
	 * @param file an image of the package
	 */
	void attach(final String role, final Path file) {
		final String fileName = file.getFileName().toString();
		final String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		if (ending.matches("[a-z0-9]{1,5}")) attachments.put(role + "." + ending, file);
	}

	/** Marks a network for segmentation or restoration. */
	NetworkPackage givingImage(final boolean image) {
		givesImage = image;
		return this;
	}

	void opened(final String suggestedName, final TemporaryFolder files) {
		name = suggestedName;
		temporary = files;
	}

	/** A name for the network, from the name of the file or folder; may contain any characters. */
	public String name() {
		return name;
	}

	/** What the package is, for messages: "StarDist model", "bioimage.io package". */
	public String kind() {
		return kind;
	}

	/** Whether the output is an image, as in segmentation and restoration. */
	public boolean givesImage() {
		return givesImage;
	}

	/** Folder of the SavedModel, which contains saved_model.pb. */
	public Path savedModel() {
		return savedModel;
	}

	/**
	 * The input convention, output channels, licence and citation: keys of a model's
	 * properties file. The input convention is complete, so that nothing has to be guessed.
	 */
	public Properties properties() {
		return (Properties) properties.clone();
	}

	/** Cover and test image: the file name to store each under, such as cover.png, and the file. */
	public Map<String, Path> attachments() {
		return new LinkedHashMap<>(attachments);
	}

	/** Deletes what was unpacked. */
	@Override
	public void close() {
		if (temporary != null) temporary.close();
	}
}
