package io.deepdream;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Another Java, with a class path of its own. */
public final class Fork {

	private static final int SECONDS = 180;

	private Path java = Paths.get(System.getProperty("java.home"));
	private long limit;
	private final Map<String, String> environment = new HashMap<>();
	private final List<String> options = new ArrayList<>();
	private final List<Path> classPath = new ArrayList<>();

	/** @param classPath where its classes are, in this order */
	public Fork(final Path... classPath) {
		this.classPath.addAll(Arrays.asList(classPath));
	}

	/** Of another version. */
	public Fork java(final Path home) {
		java = home;
		return this;
	}

	public Fork with(final List<Path> more) {
		classPath.addAll(more);
		return this;
	}

	/** Adds options of the virtual machine. */
	public Fork with(final String... more) {
		options.addAll(Arrays.asList(more));
		return this;
	}

	/** @param value null to remove the variable */
	public Fork environment(final String name, final String value) {
		environment.put(name, value);
		return this;
	}

	/** With no more than so much address space, in kibibytes; only where there is a shell. */
	public Fork limited(final long kibibytes) {
		limit = kibibytes;
		return this;
	}

	/** Starts it; output of both streams goes to a file. */
	public Process start(final Path output, final String main, final String... args) throws IOException {
		final List<String> command = new ArrayList<>();
		if (limit > 0) command.addAll(Arrays.asList("/bin/sh", "-c", "ulimit -v " + limit + "; exec \"$@\"", "sh"));
		command.add(java.resolve("bin").resolve("java").toString());
		command.addAll(options);
		command.add("-cp");
		command.add(classPath.stream().map(path -> path.toAbsolutePath().toString()).collect(Collectors.joining(
			File.pathSeparator)));
		command.add(main);
		command.addAll(Arrays.asList(args));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
		environment.forEach((name, value) -> {
			if (value == null) builder.environment().remove(name);
			else builder.environment().put(name, value);
		});
		return builder.start();
	}

	/**
	 * Runs it to its end.
	 *
	 * @return what it printed, with its exit code as the last line
	 */
	public String run(final String main, final String... args) throws IOException, InterruptedException {
		final Path output = Files.createTempFile("fork", ".txt");
		try {
			final Process process = start(output, main, args);
			if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly().waitFor();
				return Files.readString(output) + "\nexit: none within " + SECONDS + " s";
			}
			return Files.readString(output) + "\nexit: " + process.exitValue();
		}
		finally {
			Files.delete(output);
		}
	}
}
