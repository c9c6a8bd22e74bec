package io.deepdream.imagej;

/** Checks the Java version. Compiled for Java 8. */
final class JavaVersion {

	private static final int REQUIRED = 11;

	private JavaVersion() {}

	/** Whether the plugin can be loaded. */
	static boolean suffices() {
		final String version = System.getProperty("java.specification.version");
		// Java 8 and earlier: 1.8, 1.7, ...
		return !version.startsWith("1.") && Double.parseDouble(version) >= REQUIRED;
	}

	/** The message for unsupported versions. */
	static String advice() {
		return "DeepDream needs Java " + REQUIRED + " or later, but ImageJ runs on Java " + System.getProperty(
			"java.version") + ": download Fiji-Latest from https://fiji.sc, which includes Java, or run ImageJ with a " +
			"newer Java from https://adoptium.net.";
	}
}
