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
package io.deepdream.params;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The syntax of ImageJ's macro option strings, as {@code ij.Macro.getValue} reads
 * it: {@code key=value}, {@code key=[value with blanks]} where brackets are
 * counted, or {@code key='value with blanks'}, separated by blanks; a bare
 * {@code key} means {@code key=true}. Not read by ij's dialog, which takes
 * {@code key=true} for false, so that one string works at every entrance.
 * <p>
 * These forms cannot express every name of a file or image, and ImageJ's Recorder adds
 * brackets by its own rules. The remaining names are written as
 * {@code key=urlencoded:it%27s%20a%20%5Db.tif}, with the percent encoding of RFC 3986.
 * </p>
 */
public final class MacroOptions {

	private static final String ENCODED = "urlencoded:";
	/** Characters with a meaning in option strings or in string literals of the macro language. */
	private static final String ENCODED_CHARACTERS = "[]'\"%\\=";

	private MacroOptions() {}

	/**
	 * @return values by key, in the order of the string
	 * @throws DreamException for a bracket that is never closed, or a key given twice
	 */
	public static Map<String, String> parse(final String options) {
		final Map<String, String> result = new LinkedHashMap<>();
		final int n = options.length();
		int i = 0;
		while (i < n) {
			if (Character.isWhitespace(options.charAt(i))) {
				i++;
				continue;
			}
			int end = i;
			while (end < n && options.charAt(end) != '=' && !Character.isWhitespace(options.charAt(end)))
				end++;
			final String key = options.substring(i, end);
			String value = "true";
			if (end < n && options.charAt(end) == '=') {
				final int begin = end + 1;
				end = endOfValue(options, begin, key);
				value = value(key, options.substring(begin, end));
			}
			if (result.put(key, value) != null) throw new DreamException("The key \"" + key +
				"\" is given twice: keep one of the two.");
			i = end;
		}
		return result;
	}

	/** The index after a value, including its brackets or quotes. */
	private static int endOfValue(final String options, final int begin, final String key) {
		final char first = begin < options.length() ? options.charAt(begin) : ' ';
		if (first == '[') {
			final int close = closingBracket(options, begin);
			if (close < 0) throw new DreamException("The value of \"" + key +
				"\" opens a bracket that is never closed: write " + key + "=[value].");
			return close + 1;
		}
		final int quote = first == '\'' ? options.indexOf('\'', begin + 1) : -1;
		if (quote >= 0) return quote + 1;
		int end = begin;
		while (end < options.length() && !Character.isWhitespace(options.charAt(end)))
			end++;
		return end;
	}

	/** The bracket that closes the one at an index; -1 if there is none. */
	private static int closingBracket(final String text, final int open) {
		int depth = 0;
		for (int i = open; i < text.length(); i++) {
			if (text.charAt(i) == '[') depth++;
			else if (text.charAt(i) == ']') depth--;
			if (depth == 0) return i;
		}
		return -1;
	}

	private static String value(final String key, final String text) {
		if (!text.startsWith(ENCODED)) return unquoted(text);
		try {
			// the decoder is one of web forms, where "+" is a blank
			return URLDecoder.decode(text.substring(ENCODED.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (final IllegalArgumentException exc) {
			throw new DreamException("The value of \"" + key + "\" is not percent-encoded: write " + key + "=[value].", exc);
		}
	}

	private static String unquoted(final String text) {
		final int last = text.length() - 1;
		final boolean quoted = last > 0 && (text.charAt(0) == '[' || text.charAt(0) == '\'' && text.charAt(last) == '\'');
		return quoted ? text.substring(1, last) : text;
	}

	/** The inverse of {@link #parse} for one value, in one line. */
	public static String quote(final String value) {
		if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) return encoded(value);
		if (isPlain(value)) return value;
		if (isInPairs(value)) return "[" + value + "]";
		return value.indexOf('\'') < 0 ? "'" + value + "'" : encoded(value);
	}

	/**
	 * A value such that ImageJ's Recorder writes it in a form that can be read back. The Recorder adds brackets if there
	 * is a blank.
	 *
	 * @return the value itself, if possible
	 */
	public static String recordable(final String value) {
		return isRecordable(value) ? value : encoded(value);
	}

	/** Whether {@link #recordable} returns the value itself. */
	public static boolean isRecordable(final String value) {
		if (value.chars().anyMatch(Character::isISOControl)) return false;
		return isPlain(value) || isInPairs(value) && (value.isEmpty() || value.indexOf(' ') >= 0);
	}

	private static String encoded(final String value) {
		final StringBuilder text = new StringBuilder(ENCODED);
		for (final char c : value.toCharArray())
			if (Character.isWhitespace(c) || Character.isISOControl(c) || ENCODED_CHARACTERS.indexOf(c) >= 0)
				for (final byte octet : String.valueOf(c).getBytes(StandardCharsets.UTF_8))
					text.append(String.format("%%%02X", octet));
			else text.append(c);
		return text.toString();
	}

	private static boolean isPlain(final String value) {
		return !value.isEmpty() && value.chars().noneMatch(Character::isWhitespace) && value.charAt(0) != '[' && value
			.charAt(0) != '\'' && !value.startsWith(ENCODED);
	}

	private static boolean isInPairs(final String value) {
		return closingBracket("[" + value + "]", 0) == value.length() + 1;
	}
}
