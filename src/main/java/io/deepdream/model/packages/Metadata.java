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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.deepdream.params.DreamException;

/** Typed access to the keys of a YAML or JSON document. A missing key and null are the same. */
final class Metadata {

	private final String path;
	private final Map<?, ?> values;

	/** @param path name of the file, and of the key that holds the values, for messages */
	Metadata(final String path, final Map<?, ?> values) {
		this.path = path;
		this.values = values;
	}

	boolean has(final String key) {
		return values.get(key) != null;
	}

	/** The value of a key; null if it is missing. */
	Object get(final String key) {
		return values.get(key);
	}

	/** Text of a string, number or boolean in one line; empty if the key is missing. */
	String text(final String key) {
		final Object value = values.get(key);
		if (value == null) return "";
		if (value instanceof Map || value instanceof List) throw invalid(key, "a text");
		return value.toString().replaceAll("\\s+", " ").trim();
	}

	int integer(final String key, final int missing) {
		final Object value = values.get(key);
		if (value == null) return missing;
		if (value instanceof Integer) return (Integer) value;
		throw invalid(key, "a whole number");
	}

	boolean flag(final String key) {
		final Object value = values.get(key);
		if (value == null) return false;
		if (value instanceof Boolean) return (Boolean) value;
		throw invalid(key, "true or false");
	}

	double number(final String key, final double missing) {
		final double[] numbers = numbers(key, missing);
		if (numbers.length == 1) return numbers[0];
		throw invalid(key, "one number");
	}

	/** One number or a list of numbers, which may be written as text; at least one. */
	double[] numbers(final String key, final double missing) {
		final Object value = values.get(key);
		if (value == null) return new double[] { missing };
		final List<?> list = value instanceof List ? (List<?>) value : Collections.singletonList(value);
		final double[] numbers = new double[list.size()];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = toNumber(key, list.get(i));
		if (numbers.length == 0) throw invalid(key, "a number");
		return numbers;
	}

	private double toNumber(final String key, final Object value) {
		try {
			final double number = value instanceof Number ? ((Number) value).doubleValue() : Double.parseDouble(
				value instanceof String ? (String) value : "");
			if (Double.isFinite(number)) return number;
		}
		catch (final NumberFormatException exc) {
			// not a number either
		}
		throw invalid(key, "a number");
	}

	/** Empty if the key is missing. */
	Metadata map(final String key) {
		final Object value = values.get(key);
		if (value == null) return new Metadata(path + ", " + key, Collections.emptyMap());
		if (value instanceof Map) return new Metadata(path + ", " + key, (Map<?, ?>) value);
		throw invalid(key, "keys and values");
	}

	/** Empty if the key is missing. */
	List<?> list(final String key) {
		final Object value = values.get(key);
		if (value == null) return Collections.emptyList();
		if (value instanceof List) return (List<?>) value;
		throw invalid(key, "a list");
	}

	/** As {@link #map}, but also empty if the value is no mapping; for the parts that programs write as they like. */
	Metadata mapOrEmpty(final String key) {
		return values.get(key) instanceof Map ? map(key) : new Metadata(path + ", " + key, Collections.emptyMap());
	}

	/** A list of strings or numbers, as text; empty if the key is missing. */
	List<String> texts(final String key) {
		final List<String> texts = new ArrayList<>();
		for (final Object value : list(key)) {
			if (value == null || value instanceof Map || value instanceof List) throw invalid(key, "a list of texts");
			texts.add(value.toString());
		}
		return texts;
	}

	/** A list of mappings; empty if the key is missing. */
	List<Metadata> maps(final String key) {
		final List<Metadata> maps = new ArrayList<>();
		for (final Object value : list(key)) {
			if (!(value instanceof Map)) throw invalid(key, "a list of keys and values");
			maps.add(new Metadata(path + ", " + key, (Map<?, ?>) value));
		}
		return maps;
	}

	/** The names of the keys, in the order of the file. */
	List<String> keys() {
		final List<String> keys = new ArrayList<>();
		for (final Object key : values.keySet())
			keys.add(String.valueOf(key));
		return keys;
	}

	/** Names the place in the package that is wrong. */
	DreamException invalid(final String key, final String expected) {
		return new DreamException("The package is invalid: " + key + " in " + path + " must be " + expected + ".");
	}
}
