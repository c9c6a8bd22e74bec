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
package io.deepdream.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deepdream.Fork;
import io.deepdream.PairedTimer;
import io.deepdream.imagej.ChildProcess;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.SystemSettings;

/**
 * Time from OK to the first step, by phase: runs {@link StartPhases} in separate
 * processes, alternating between conditions, and prints medians. "Cold" means that the
 * library's files are not in the system's page cache ({@code dd} evicts them, on Linux).
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.engine.StartBenchmark \
 *   -Dexec.args="TURNS NETWORK LAYER"
 * </pre>
 */
public final class StartBenchmark {

	private static final String CHECKS = "checked-gradients.txt";

	private final Path cache;
	private final String[] networkAndLayer;

	private StartBenchmark(final Path cache, final String... networkAndLayer) {
		this.cache = cache;
		this.networkAndLayer = networkAndLayer;
	}

	public static void main(final String... args) throws Exception {
		final int turns = args.length > 0 ? Integer.parseInt(args[0]) : 5;
		Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)).close();
		// no other program keeps the copy in the page cache
		final Path copy = Files.createTempDirectory("start");
		try {
			copy(SystemSettings.cache(), copy);
			new StartBenchmark(copy, args.length > 1 ? args[1] : ModelCatalogue.EMBEDDED, args.length > 2 ? args[2] : "mixed4c")
				.run(turns);
		}
		finally {
			try (Stream<Path> files = Files.walk(copy)) {
				files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
			}
		}
	}

	private static void copy(final Path from, final Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (final Path file : files.filter(Files::isRegularFile).filter(f -> f.toString().contains(".jar")).collect(Collectors
				.toList()))
			{
				final Path target = to.resolve(from.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}

	private void run(final int turns) throws Exception {
		final String[] columns = { "warm, self-check", "warm", "cold" };
		final List<Map<String, List<Double>>> times = new ArrayList<>();
		for (int column = 0; column < columns.length; column++)
			times.add(new TreeMap<>());
		start();
		for (int turn = 0; turn < turns; turn++)
			for (int column = 0; column < columns.length; column++) {
				if (column == 0) Files.deleteIfExists(cache.resolve(CHECKS));
				if (column == 2) evict();
				for (final Map.Entry<String, Double> phase : start().entrySet())
					times.get(column).computeIfAbsent(phase.getKey(), key -> new ArrayList<>()).add(phase.getValue());
			}
		System.out.println(networkAndLayer[0] + ", " + networkAndLayer[1] + ": milliseconds\t" + String.join("\t", columns));
		for (final String phase : StartPhases.ALL)
			print(phase, times, map -> median(map.get(phase)));
		print("from OK to the first step", times, map -> Arrays.stream(StartPhases.FROM_OK).mapToDouble(phase -> median(map
			.get(phase))).sum());
	}

	private static void print(final String name, final List<Map<String, List<Double>>> times,
		final ToDoubleFunction<Map<String, List<Double>>> value)
	{
		System.out.println(name + times.stream().map(map -> String.format(Locale.ROOT, "\t%.0f", value.applyAsDouble(map)))
			.collect(Collectors.joining()));
	}

	private Map<String, Double> start() throws Exception {
		final List<Path> path = Arrays.stream(ChildProcess.classPath().split(File.pathSeparator)).map(Paths::get)
			.collect(Collectors.toList());
		final String output = new Fork().with(path).with("-D" + SystemSettings.CACHE + "=" + cache).run(StartPhases.class
			.getName(), String.valueOf(System.currentTimeMillis()), networkAndLayer[0], networkAndLayer[1]);
		final Map<String, Double> phases = new TreeMap<>();
		for (final String line : output.split("\n"))
			if (line.matches("[A-Za-z ]+\t[0-9.]+")) phases.put(line.split("\t")[0], Double.valueOf(line.split("\t")[1]));
		if (phases.size() < StartPhases.ALL.length) throw new IllegalStateException(output);
		return phases;
	}

	/** Removes the copy's files from the page cache. */
	private void evict() throws Exception {
		try (Stream<Path> files = Files.walk(cache)) {
			for (final Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
				final Process dd = new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0").redirectError(
					ProcessBuilder.Redirect.DISCARD).start();
				if (dd.waitFor() != 0) throw new IllegalStateException("dd could not evict " + file);
			}
		}
	}

	private static double median(final List<Double> values) {
		return PairedTimer.median(values.stream().mapToDouble(Double::doubleValue).toArray());
	}
}
