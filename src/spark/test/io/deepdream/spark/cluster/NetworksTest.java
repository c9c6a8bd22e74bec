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
package io.deepdream.spark.cluster;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.launcher.JavaModuleOptions;

import io.deepdream.DeepDream;
import io.deepdream.engine.Engines;
import io.deepdream.engine.loading.Machine;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.imagej.ChildProcess;
import io.deepdream.model.Sha256;
import io.deepdream.params.DreamException;
import io.deepdream.params.SystemSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworksTest {

	/** An x86 computer with or without AVX. */
	private static Machine machine(final boolean avx) {
		return new Machine() {

			@Override
			public String os() {
				return "Linux";
			}

			@Override
			public String arch() {
				return "amd64";
			}

			@Override
			public boolean isTranslated() {
				return false;
			}

			@Override
			public Optional<Boolean> hasAvx() {
				return Optional.of(avx);
			}

			@Override
			public Optional<Boolean> hasAvx2() {
				return hasAvx();
			}

			@Override
			public Optional<Boolean> hasAmxBfloat16() {
				return Optional.of(false);
			}

			@Override
			public String processor() {
				return "test";
			}
		};
	}

	@Test
	void anExecutorWithoutAvxIsNamed() {
		final String sentence = assertThrows(DreamException.class, () -> Networks.require(machine(false),
			"The executor 3 on node7")).getMessage();
		assertTrue(sentence.startsWith("The executor 3 on node7 cannot compute: TensorFlow requires AVX"), sentence);
		assertDoesNotThrow(() -> Networks.require(machine(true), "The executor 3 on node7"));
		assertDoesNotThrow(() -> Networks.require(new ThisMachine(), "This"));
	}

	/** Opens a network twice, with the markers of two executors that were killed, and prints the threads of TensorFlow. */
	public static final class Opening {

		public static void main(final String... args) throws Exception {
			final String host = ManagementFactory.getRuntimeMXBean().getName().replaceFirst("[^@]*", "").replaceAll("[^\\w.@-]",
				"_");
			final Path folder = Files.createDirectories(SystemSettings.cache().resolve("spark"));
			Files.writeString(folder.resolve("4194301" + host + ".running"), String.format("%-63s%n",
				"LOADING 2026-01-01T00:00:00Z"));
			Files.writeString(folder.resolve("4194302" + host + ".running"), String.format("%-63s%n",
				"COMPUTING 2026-01-01T00:00:00Z"));
			try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("test"))) {
				final SharedNetwork network = SharedNetwork.of(spark, "compact-inception");
				final boolean same;
				try (DeepDream first = network.deepDream()) {
					same = first.sha256().equals(network.sha256());
				}
				network.deepDream().close();
				System.out.println("same network: " + same + ", closed: " + Engines.closeIdle());
				try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
					for (final Path thread : threads.collect(Collectors.toList()))
						System.out.println("thread " + Files.readString(thread.resolve("comm")).trim());
				}
				System.out.println("threads: " + System.getProperty(SystemSettings.THREADS));
			}
			final boolean discarded = Files.notExists(folder.resolve("4194301" + host + ".running")) && Files.notExists(folder
				.resolve("4194302" + host + ".running"));
			System.out.println("discarded: " + discarded);
		}
	}

	@Test
	void markersOfKilledExecutorsAreDiscarded() throws Exception {
		final String output = ChildProcess.fork().with(
			JavaModuleOptions.defaultModuleOptions().split(" ")).with("-Dspark.master=local[2]",
				"-Dspark.task.cpus=2", "-Dspark.ui.enabled=false", "-Dspark.driver.host=127.0.0.1",
				"-Dspark.driver.bindAddress=127.0.0.1").run(Opening.class.getName());
		assertTrue(output.contains("same network: true, closed: false"), output);
		assertTrue(output.contains("threads: 2"), output);
		assertTrue(output.contains("discarded: true"), output);
		assertTrue(output.endsWith("exit: 0"), output);
	}

	@Test
	void aNetworkIsSharedByItsContent(@TempDir final Path folder) throws Exception {
		final Path network = folder.resolve("net.pb");
		try (var graph = getClass().getResourceAsStream("/models/compact-inception/compact-inception.pb")) {
			Files.copy(graph, network);
		}
		final SparkConf conf = new SparkConf().setAppName("test").setMaster("local[1]").set("spark.ui.enabled", "false").set(
			"spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
		try (JavaSparkContext spark = new JavaSparkContext(conf)) {
			final SharedNetwork shared = SharedNetwork.of(spark, network.toString());
			Files.delete(network);
			assertEquals(shared.sha256(), shared.spec().sha256());
			assertEquals("net", shared.spec().name());
			final FileTime modified = Files.getLastModifiedTime(Path.of(shared.spec().graph().toURI()));
			assertTrue(modified.compareTo(FileTime.fromMillis(1_000_000_000_000L)) < 0, "taken for a changing file");
			assertEquals(shared.sha256(), Sha256.of(shared.spec().read()));
		}
	}
}
