package io.deepdream.train;

import java.util.Map;
import java.util.TreeMap;

/** Arguments of the form key=value. */
final class Options {

	/** The teacher of the embedded network. */
	static final String TEACHER = "../shared/models/googlenet-bvlc.pb";

	private Options() {}

	/** JavaCPP limits native memory to a multiple of the heap, but training needs little heap and much native memory. */
	static void liftMemoryLimit() {
		System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
	}

	/** @throws IllegalArgumentException for a key without a default; the message lists the valid ones */
	static Map<String, String> parse(final Map<String, String> defaults, final String... args) {
		final Map<String, String> result = new TreeMap<>(defaults);
		for (final String arg : args) {
			final String[] pair = arg.split("=", 2);
			if (pair.length != 2 || !defaults.containsKey(pair[0])) throw new IllegalArgumentException("\"" + arg +
				"\" is not one of the options " + String.join("=, ", result.keySet()) + "=");
			result.put(pair[0], pair[1]);
		}
		return result;
	}
}
