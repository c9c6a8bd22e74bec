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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

import io.deepdream.params.DreamException;

/**
 * A model of CSBDeep's family: StarDist, CARE or Noise2Void. A folder with config.json and
 * the weights, in which export_TF writes TF_SavedModel.zip for Fiji.
 */
final class CsbDeepModel {

	static final String CONFIG = "config.json";
	static final String EXPORT = "TF_SavedModel.zip";
	/** In the archive of CARE; those of StarDist have none. */
	static final String META = "meta.json";

	/** What StarDist's users apply before predict, to each channel. */
	private static final String STARDIST_PERCENTILES = "percentiles 1 99.8";
	/** What CARE's predict applies by default (PercentileNormalizer of CSBDeep), to each channel. */
	private static final String CARE_PERCENTILES = "percentiles 2 99.8";

	private final Metadata config;

	/** @param config the content of config.json */
	CsbDeepModel(final Metadata config) {
		this.config = config;
		requirePlane(config, isStarDist() ? config.integer("n_dim", 2) : 2);
	}

	/** Whether a file is the configuration of such a model; config.json is a common name. */
	static boolean is(final Metadata config) {
		return config.has("n_channel_in") && config.has("n_dim");
	}

	private boolean isStarDist() {
		return config.has("n_rays");
	}

	private boolean isNoise2Void() {
		return config.keys().stream().anyMatch(key -> key.startsWith("n2v_"));
	}

	String kind() {
		return isStarDist() ? "StarDist model" : isNoise2Void() ? "Noise2Void model" : "CARE model";
	}

	/** @throws DreamException if a value is missing or invalid */
	Properties properties() {
		final Properties properties = normalised(isStarDist() ? STARDIST_PERCENTILES : CARE_PERCENTILES);
		properties.setProperty("input-channels", "" + positive("n_channel_in"));
		properties.setProperty("output-channels", isStarDist() ? ChannelNames.ofStarDist(positive("n_rays")) : ChannelNames
			.ofCare(positive("n_channel_out"), config.flag("probabilistic")));
		if (isNoise2Void()) {
			properties.remove("normalise-input");
			properties.setProperty("mean", numbers("means"));
			properties.setProperty("std", numbers("stds"));
		}
		return properties;
	}

	private String numbers(final String key) {
		if (!config.has(key)) throw config.invalid(key, "one number for each channel");
		return Preprocessing.format(config.numbers(key, 0));
	}

	private int positive(final String key) {
		final int value = config.integer(key, 1);
		if (value < 1) throw config.invalid(key, "at least 1");
		return value;
	}

	/** Properties of an archive of export_TF without a configuration. */
	static Properties unknown() {
		return normalised(STARDIST_PERCENTILES);
	}

	private static Properties normalised(final String percentiles) {
		final Properties properties = new Properties();
		properties.setProperty("normalise-input", percentiles);
		properties.setProperty("mean", "0");
		return properties;
	}

	/**
	 * Properties of an archive of CARE, from its meta.json.
	 *
	 * @param meta null if the archive has none
	 */
	static Properties archive(final Metadata meta) {
		if (meta == null) return unknown();
		requirePlane(meta, 2);
		return normalised(CARE_PERCENTILES);
	}

	private static void requirePlane(final Metadata described, final int dimensions) {
		if (dimensions != 2 || described.text("axes").toUpperCase(Locale.ROOT).contains("Z")) throw new DreamException(
			"The package is a network for three-dimensional stacks, and DeepDream runs networks for planes: train or " +
				"download a 2D one.");
	}

	/** The archive or folder with the SavedModel. */
	Path export(final Path folder) {
		for (final String name : new String[] { EXPORT, "TF_SavedModel", SavedModelFolder.GRAPH })
			if (Files.exists(folder.resolve(name))) return name.equals(SavedModelFolder.GRAPH) ? folder : PackagePath.existing(folder, name);
		throw new DreamException("The " + kind() + " has Keras weights only, and no " + EXPORT +
			": call model.export_TF() in Python, which writes it into the folder, and import the folder again.");
	}
}
