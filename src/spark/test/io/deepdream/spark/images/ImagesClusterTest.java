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
package io.deepdream.spark.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.deepdream.imagej.ChildProcess;
import io.deepdream.params.SystemSettings;
import io.deepdream.spark.LocalCluster;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** On a standalone cluster of two workers: 40 images against the command line in one process. */
@Tag("slow")
class ImagesClusterTest {

	private static final int IMAGES = 40;
	private static final String[] SETTINGS = { "octaves=2", "iterations=8" };

	@TempDir
	private static Path shared;

	private static Path in;
	private static Path expected;

	private Path out;
	private LocalCluster cluster;

	@BeforeAll
	static void dreamAll() throws Exception {
		in = shared.resolve("in");
		expected = shared.resolve("expected");
		TestImages.write(in, IMAGES, 120, 90);
		dreamOnOneMachine(in, expected, SETTINGS);
	}

	/** In a process of its own, with as many threads as an executor: the order of TensorFlow's sums depends on them. */
	private static void dreamOnOneMachine(final Path images, final Path results, final String... settings) throws Exception {
		final String output = ChildProcess.fork().with("-D" + SystemSettings.THREADS + "=1").run(TestImages.OneMachine.class
			.getName(), Stream.concat(Stream.of(images.toString(), results.toString()), Arrays.stream(settings)).toArray(
				String[]::new));
		assertTrue(output.endsWith("exit: 0"), output);
	}

	@BeforeEach
	void startCluster(final TestInfo test) throws Exception {
		final String name = test.getTestMethod().get().getName();
		out = shared.resolve("out-" + name);
		cluster = LocalCluster.start(Path.of("target", "cluster", name), 2);
	}

	@AfterEach
	void stopCluster() {
		cluster.close();
	}

	@AfterAll
	static void noProcessRemains() {
		assertEquals(0, ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count());
	}

	private String[] arguments(final Path input) {
		final String[] args = Arrays.copyOf(new String[] { "images", input.toString(), out.toString() }, 3 + SETTINGS.length);
		System.arraycopy(SETTINGS, 0, args, 3, SETTINGS.length);
		return args;
	}

	private void awaitResults(final int number, final Process driver) {
		LocalCluster.await(number + " results", () -> {
			try {
				return TestImages.names(out).size() >= number || !driver.isAlive();
			}
			catch (final IOException exc) {
				// a file was renamed while the folder was read
				return false;
			}
		});
		assertTrue(driver.isAlive(), "the driver ended");
	}

	private static void assertEnd(final String report, final int code, final String output) {
		assertTrue(output.contains(report), output);
		assertTrue(output.endsWith("\nexit: " + code), output);
	}

	@Test
	void aKilledWorkerChangesNoResult() throws Exception {
		final Process driver = cluster.start("driver", arguments(in));
		awaitResults(10, driver);
		assertTrue(!cluster.executors(0).isEmpty() && !cluster.executors(1).isEmpty(), "two executors");
		cluster.killWorker(0);
		assertTrue(TestImages.names(out).size() < IMAGES, "killed too late");
		assertEnd("40 of 40 dreamed, 0 existed, 0 failed", 0, cluster.end("driver", driver));
		TestImages.assertSame(expected, out);
	}

	@Test
	void aKilledDriverIsContinued() throws Exception {
		final Process driver = cluster.start("driver", arguments(in));
		awaitResults(10, driver);
		driver.destroyForcibly().waitFor();
		LocalCluster.await("the end of the executors", () -> cluster.executors(0).isEmpty() && cluster.executors(1).isEmpty());
		final Map<String, FileTime> before = times();
		assertTrue(before.size() < IMAGES, "killed too late");
		final String output = cluster.run("again", arguments(in));
		assertEnd(IMAGES - before.size() + " of 40 dreamed, " + before.size() + " existed, 0 failed", 0, output);
		TestImages.assertSame(expected, out);
		final Map<String, FileTime> after = times();
		before.forEach((name, time) -> assertEquals(time, after.get(name), name + " was written again"));
	}

	private Map<String, FileTime> times() throws IOException {
		final Map<String, FileTime> times = new TreeMap<>();
		for (final String name : TestImages.names(out))
			times.put(name, Files.getLastModifiedTime(out.resolve(name)));
		return times;
	}

	@Test
	void aDamagedImageFailsAlone() throws Exception {
		final Path damaged = Files.createDirectories(shared.resolve("damaged"));
		final Path results = Files.createDirectories(shared.resolve("expected-39"));
		for (final String name : TestImages.names(in)) {
			final byte[] bytes = Files.readAllBytes(in.resolve(name));
			final boolean bad = name.equals("image17.png");
			Files.write(damaged.resolve(name), bad ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
			if (!bad) Files.copy(expected.resolve(name), results.resolve(name));
		}
		final String output = cluster.run("driver", arguments(damaged));
		assertEnd("39 of 40 dreamed, 0 existed, 1 failed", 1, output);
		final Matcher sentence = Pattern.compile("(?m)^image17\\.png: [^\\n]*\\.$").matcher(output);
		assertTrue(sentence.find(), output);
		TestImages.assertSame(results, out);
	}

	/** Executors have no file of the driver's machine: only what Spark copies. */
	@Test
	void aNetworkByItsPathIsCopiedToTheExecutors() throws Exception {
		final Path network = shared.resolve("net.pb");
		try (var graph = getClass().getResourceAsStream("/models/compact-inception/compact-inception.pb")) {
			Files.copy(graph, network);
		}
		final Path one = shared.resolve("one");
		TestImages.write(one, 1, 64, 48);
		final String[] settings = { "model=" + network, "layer=mixed4a", "octaves=1", "iterations=2" };
		dreamOnOneMachine(one, shared.resolve("expected-one"), settings);
		final Process driver = cluster.start("driver", "images", one.toString(), out.toString(), settings[0], settings[1],
			settings[2], settings[3]);
		final String output = cluster.end("driver", driver);
		assertEnd("1 of 1 dreamed", 0, output);
		TestImages.assertSame(shared.resolve("expected-one"), out);
	}
}
