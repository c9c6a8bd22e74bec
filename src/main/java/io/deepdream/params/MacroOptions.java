package io.deepdream.params;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The syntax of ImageJ's macro option strings: {@code key=value}, or
 * {@code key=[value with blanks]}, separated by blanks; a bare {@code key} means
 * {@code key=true}. Read here and not by ij's dialog, which takes
 * {@code key=true} for false, so that one string works at every entrance.
 */
public final class MacroOptions {

	private MacroOptions() {}

	/**
	 * @return values by their keys, in the order of the line
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
				final boolean bracket = end + 1 < n && options.charAt(end + 1) == '[';
				final int from = end + (bracket ? 2 : 1);
				end = from;
				while (end < n && (bracket ? options.charAt(end) != ']' : !Character.isWhitespace(options.charAt(end))))
					end++;
				if (bracket && end == n) throw new DreamException("The value of \"" + key +
					"\" opens a bracket that is never closed: write " + key + "=[value].");
				value = options.substring(from, end);
				if (bracket) end++;
			}
			if (result.put(key, value) != null) throw new DreamException("The key \"" + key +
				"\" is given twice: keep one of the two.");
			i = end;
		}
		return result;
	}

	/** The inverse of {@link #parse} for one value. */
	public static String quote(final String value) {
		final boolean plain = !value.isEmpty() && value.chars().noneMatch(Character::isWhitespace) && value.charAt(
			0) != '[';
		return plain ? value : "[" + value + "]";
	}
}
