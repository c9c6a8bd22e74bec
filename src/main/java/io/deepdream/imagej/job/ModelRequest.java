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
package io.deepdream.imagej.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.deepdream.params.DreamException;
import io.deepdream.params.MacroOptions;
import io.deepdream.params.Nearest;

/**
 * An action of the Models command, parsed from macro options:
 *
 * <pre>
 * action=list
 * action=install model=inception5h
 * action=import file=[/some/network.pb] model=my-network order=BGR mean=104,117,123 layer=conv4
 * action=remove model=my-network
 * </pre>
 *
 * The other keys are those of a model's properties file; omitted ones are read from
 * the graph or guessed.
 */
public final class ModelRequest {

	public static final String ACTION = "action";
	public static final String MODEL = "model";
	public static final String FILE = "file";
	public static final String SIGNATURE = "signature";
	static final List<String> ACTIONS = List.of("list", "install", "import", "remove");
	/** Keys shared with a model's properties file. */
	static final List<String> PROPERTIES = List.of("input", "order", "range", "mean", "std", "scale", "normalise-input", "layer",
		"licence", "citation");

	private final Map<String, String> values = new LinkedHashMap<>();

	private ModelRequest(final Map<String, String> given) {
		final List<String> keys = new ArrayList<>(Arrays.asList(ACTION, MODEL, FILE, SIGNATURE));
		keys.addAll(PROPERTIES);
		for (final Map.Entry<String, String> e : given.entrySet()) {
			if (!keys.contains(e.getKey())) throw new DreamException("Unknown key \"" + e.getKey() + "\"; did you mean \"" +
				Nearest.to(e.getKey(), keys) + "\"? Allowed keys: " + String.join(", ", keys) + ".");
			if (!e.getValue().trim().isEmpty()) values.put(e.getKey(), e.getValue().trim());
		}
		if (!ACTIONS.contains(action())) throw new DreamException("action=" + action() + " is not allowed: use one of " +
			String.join(", ", ACTIONS) + ".");
	}

	/**
	 * @param options empty = list
	 * @throws DreamException for an unknown key or action
	 */
	public static ModelRequest parse(final String options) {
		return new ModelRequest(MacroOptions.parse(options));
	}

	/** From keys and values; empty values are ignored. */
	public static ModelRequest of(final Map<String, String> values) {
		return new ModelRequest(values);
	}

	public String action() {
		return values.getOrDefault(ACTION, ACTIONS.get(0));
	}

	/** The name of a network; empty = not given. */
	public String model() {
		return values.getOrDefault(MODEL, "");
	}

	/** A file or folder; empty = not given. */
	String file() {
		return values.getOrDefault(FILE, "");
	}

	/** The signature of a SavedModel; empty = not given. */
	String signature() {
		return values.getOrDefault(SIGNATURE, "");
	}

	/** The given properties of the network. */
	Properties properties() {
		final Properties properties = new Properties();
		for (final String key : PROPERTIES)
			if (values.containsKey(key)) properties.setProperty(key, values.get(key));
		return properties;
	}

	/** All given keys and values, in their order. */
	public Map<String, String> values() {
		return new LinkedHashMap<>(values);
	}
}
