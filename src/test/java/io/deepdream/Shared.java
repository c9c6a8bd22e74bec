package io.deepdream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** Test material next to the checkout; without it, the tests that need it are skipped with a message. */
public final class Shared {

	private Shared() {}

	public static Path file(final String name) {
		final Path path = Paths.get("..", "shared").resolve(name);
		assumeTrue(Files.isRegularFile(path), path + " is missing: skipped");
		return path;
	}

	public static String googleNet() {
		return file("models/googlenet-bvlc.pb").toString();
	}
}
