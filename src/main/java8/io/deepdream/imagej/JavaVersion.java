package io.deepdream.imagej;

/** Which Java is needed, for Java 8 to read. */
final class JavaVersion {

	private static final int REQUIRED = 11;

	private JavaVersion() {}

	/** Whether the rest of the plugin can be loaded. */
	static boolean suffices() {
		final String version = System.getProperty("java.specification.version");
		// 1.8 was the last to begin so
		return !version.startsWith("1.") && Double.parseDouble(version) >= REQUIRED;
	}

	/** The message where it does not. */
	static String advice() {
		return "DeepDream needs Java " + REQUIRED + " or later, but ImageJ runs on Java " + System.getProperty(
			"java.version") + ": download Fiji-Latest from https://fiji.sc, which brings its own Java, or start ImageJ with a " +
			"newer Java from https://adoptium.net.";
	}
}
