package io.deepdream.train;

import java.util.Map;
import java.util.TreeMap;

/** Arguments of the form key=value. */
final class Options {

	/** The teacher that the embedded network had. */
	static final String TEACHER = "../shared/models/googlenet-bvlc.pb";

	private Options() {}

	/** JavaCPP would stop the process at twice Java's own memory, of which training needs little. */
	static void liftMemoryLimit() {
		System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
	}

	/** @throws IllegalArgumentException for a key that has no default, naming those that have */
	static Map<String, String> parse(final Map<String, String> defaults, final String... args) {
		final Map<String, String> result = new TreeMap<>(defaults);
		for (final String arg : args) {
			final String[] pair = arg.split("=", 2);
			if (pair.length != 2 || !defaults.containsKey(pair[0])) throw new IllegalArgumentException("\"" + arg +
				"\" is none of the options " + String.join("=, ", result.keySet()) + "=");
			result.put(pair[0], pair[1]);
		}
		return result;
	}
}
