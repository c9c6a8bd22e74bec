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
package io.deepdream.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deepdream.Fork;
import io.deepdream.imagej.ChildProcess;
import io.deepdream.params.SystemSettings;
import io.deepdream.spark.images.TestImages;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, started by spark-submit, where Spark has an old version of Protocol Buffers. */
class SparkJarIT {

	private static final Path JAR = Path.of("target", "deepdream-spark.jar").toAbsolutePath();
	private static final String[] SETTINGS = { "octaves=2", "iterations=2" };

	/** What the build has on its class path and the jar does not contain, behind an old version of Protocol Buffers. */
	private static List<Path> sparkJars() throws Exception {
		final Set<Path> packaged = Arrays.stream(Files.readString(Path.of("target", "spark-runtime-classpath.txt")).trim().split(
			":")).map(Path::of).collect(Collectors.toCollection(HashSet::new));
		final List<Path> jars = new ArrayList<>();
		jars.add(Path.of("target", "old-protobuf", "protobuf-java-2.5.0.jar").toAbsolutePath());
		LocalCluster.testClassPath().stream().filter(path -> path.toString().endsWith(".jar") && !packaged.contains(path)).forEach(
			jars::add);
		return jars;
	}

	@Test
	void sparkSubmitRunsAJob(@TempDir final Path folder) throws Exception {
		final Path in = folder.resolve("in");
		final Path expected = folder.resolve("expected");
		final Path out = folder.resolve("out");
		TestImages.write(in, 2, 64, 48);
		final String plain = ChildProcess.fork().with("-D" + SystemSettings.THREADS + "=1").run(TestImages.OneMachine.class
			.getName(), in.toString(), expected.toString(), SETTINGS[0], SETTINGS[1]);
		assertTrue(plain.endsWith("exit: 0"), plain);
		final List<String> args = new ArrayList<>();
		try (LocalCluster cluster = LocalCluster.start(Path.of("target", "cluster", "jar"), 1, List.of(), sparkJars())) {
			for (final String setting : cluster.settings()) {
				args.add("--conf");
				args.add(setting);
			}
			args.addAll(List.of(JAR.toString(), "images", in.toString(), out.toString(), SETTINGS[0], SETTINGS[1]));
			final String output = cluster.end("submit", cluster.launch("submit", "1g", List.of(),
				"org.apache.spark.deploy.SparkSubmit", args.toArray(new String[0])));
			assertTrue(output.endsWith("\nexit: 0"), output);
		}
		TestImages.assertSame(expected, out);
	}

	@Test
	void withoutSparkTheJarReportsIt() throws Exception {
		final String output = new Fork(JAR).run(SparkStart.class.getName(), "images", "in", "out");
		assertTrue(output.startsWith("Apache Spark is not in reach: start this jar with spark-submit"), output);
		assertEquals(2, output.lines().filter(line -> !line.isBlank()).count(), output);
		assertTrue(output.endsWith("exit: 2"), output);
	}

	@Test
	void theJarHasNoClassOfSpark() throws Exception {
		try (JarFile jar = new JarFile(JAR.toFile()); Stream<String> names = jar.stream().map(entry -> entry.getName())) {
			final List<String> all = names.collect(Collectors.toList());
			assertEquals(SparkStart.class.getName(), jar.getManifest().getMainAttributes().getValue("Main-Class"));
			for (final String foreign : new String[] { "org/apache/spark/", "org/apache/hadoop/", "scala/", "com/google/protobuf/" })
				assertFalse(all.stream().anyMatch(name -> name.startsWith(foreign)), foreign);
			for (final String own : new String[] { "ij/ImagePlus.class", "models/compact-inception/compact-inception.pb",
				"io/deepdream/shaded/protobuf/Message.class" })
				assertTrue(all.contains(own), own);
		}
	}
}
