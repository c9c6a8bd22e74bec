package io.deepdream.params;

import java.util.Collection;
import java.util.Locale;

/** Finds the name that a misspelt one most likely meant. */
public final class Nearest {

	private Nearest() {}

	/** The candidate with the smallest edit distance (Levenshtein 1966), case aside; null if there is none. */
	public static String to(final String word, final Collection<String> candidates) {
		String best = null;
		int least = Integer.MAX_VALUE;
		for (final String candidate : candidates) {
			final int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
			if (distance < least) {
				least = distance;
				best = candidate;
			}
		}
		return best;
	}

	static int distance(final String a, final String b) {
		int[] previous = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++)
			previous[j] = j;
		for (int i = 1; i <= a.length(); i++) {
			final int[] row = new int[b.length() + 1];
			row[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				final int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
				row[j] = Math.min(swap, Math.min(previous[j], row[j - 1]) + 1);
			}
			previous = row;
		}
		return previous[b.length()];
	}
}
