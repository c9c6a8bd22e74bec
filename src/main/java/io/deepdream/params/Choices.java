package io.deepdream.params;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants of an enum as the words of a parameter: lower case, blanks for underscores. */
public final class Choices {

	private Choices() {}

	public static String word(final Enum<?> choice) {
		return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	/** All words of an enum, in the order of its constants. */
	static List<String> words(final Class<? extends Enum<?>> type) {
		return Arrays.stream(type.getEnumConstants()).map(Choices::word).collect(Collectors.toList());
	}

	static <E extends Enum<E>> E parse(final Class<E> type, final String word) {
		return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace(' ', '_'));
	}
}
