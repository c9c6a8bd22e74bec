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
package io.deepdream.spark.atlas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.io.FileSaver;

import io.deepdream.cli.CommandLine;
import io.deepdream.imagej.ChildProcess;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.SystemSettings;
import io.deepdream.spark.LocalCluster;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The website of four layers, made by two workers. */
@Tag("slow")
class AtlasJobTest {

	private static final String LAYERS = "layers=conv2d0,mixed3a_1x1_pre_relu,mixed3a_5x5_bottleneck_pre_relu,mixed4a_pool_reduce";

	@TempDir
	Path folder;

	private static TreeMap<String, byte[]> files(final Path site) throws IOException {
		final TreeMap<String, byte[]> files = new TreeMap<>();
		try (Stream<Path> all = Files.walk(site)) {
			for (final Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator)
				files.put(site.relativize(file).toString(), Files.readAllBytes(file));
		}
		return files;
	}

	/** How many channels are finished. */
	private static long finished(final Path site) {
		if (!Files.exists(site)) return 0;
		try (Stream<Path> all = Files.walk(site)) {
			return all.filter(file -> file.toString().endsWith(".properties")).count() - 1;
		}
		catch (final IOException | UncheckedIOException exc) {
			// a temporary file vanished meanwhile
			return 0;
		}
	}

	@Test
	void isThatOfOneMachineThoughAWorkerIsKilled() throws Exception {
		final Path images = Files.createDirectory(folder.resolve("images"));
		for (final int width : new int[] { 90, 140 })
			new FileSaver(new ImagePlus("", SampleSky.draw(width, 80).getProcessor())).saveAsPng(images.resolve(width + ".png")
				.toString());
		final List<String> settings = new ArrayList<>(Arrays.asList((LAYERS + " images=" + images +
			" variations=1 width=40 height=40 iterations=3 octaves=1").split(" ")));
		final Path one = folder.resolve("one");
		final List<String> command = new ArrayList<>(List.of("--website", one.toString()));
		command.addAll(settings);
		// in a process of its own, with as many threads as the tasks: the order of float32 sums depends on it
		final String plain = ChildProcess.fork().with("-D" + SystemSettings.CHANNELS + "=" + folder.resolve("cache"), "-D" +
			SystemSettings.THREADS + "=1").run(CommandLine.class.getName(), command.toArray(new String[0]));
		assertTrue(plain.endsWith("exit: 0"), plain);
		final Path two = folder.resolve("two");
		final List<String> arguments = new ArrayList<>(List.of("atlas", two.toString()));
		arguments.addAll(settings);
		try (LocalCluster cluster = LocalCluster.start(folder.resolve("cluster"), 2)) {
			final Process driver = cluster.start("driver", List.of("-Dspark.executorEnv.HOME=" + folder), arguments.toArray(
				new String[0]));
			LocalCluster.await("first channels", () -> finished(two) >= 16);
			assertTrue(!Files.exists(two.resolve("index.html")), "too late to kill a worker in the middle");
			cluster.killWorker(0);
			final String output = cluster.end("driver", driver);
			assertTrue(output.endsWith("0") && output.contains("index.html"), output);
		}
		final TreeMap<String, byte[]> expected = files(one);
		final TreeMap<String, byte[]> actual = files(two);
		assertEquals(String.join("\n", expected.keySet()), String.join("\n", actual.keySet()));
		expected.forEach((name, content) -> assertArrayEquals(content, actual.get(name), name));
	}
}
