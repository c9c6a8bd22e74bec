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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of processes: what the tests of jobs rely on. */
@Tag("slow")
class LocalClusterTest {

	/** Runs a task on each executor. */
	public static final class Driver {

		public static void main(final String... args) {
			try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("test"))) {
				final List<Integer> numbers = IntStream.range(0, 40).boxed().collect(Collectors.toList());
				final long executors = spark.parallelize(numbers, numbers.size()).map(number -> {
					Thread.sleep(20);
					return SparkEnv.get().executorId();
				}).distinct().count();
				System.out.println("executors: " + executors);
			}
		}
	}

	@Test
	void tasksRunOnAllWorkersAndNoProcessRemains(@TempDir final Path folder) throws Exception {
		final List<ProcessHandle> processes = new ArrayList<>();
		try (LocalCluster cluster = LocalCluster.start(folder, 2)) {
			final List<String> options = new ArrayList<>();
			cluster.settings().forEach(setting -> options.add("-D" + setting));
			options.add("-Dspark.scheduler.minRegisteredResourcesRatio=1");
			options.add("-Dspark.cores.max=2");
			final Process driver = cluster.launch("driver", "512m", options, Driver.class.getName());
			LocalCluster.await("executors", () -> !cluster.executors(0).isEmpty() && !cluster.executors(1).isEmpty());
			processes.addAll(cluster.executors(0));
			processes.addAll(cluster.executors(1));
			final String output = cluster.end("driver", driver);
			assertEquals("executors: 2", output.lines().filter(line -> line.startsWith("executors")).findFirst().orElse(output));
			ProcessHandle.current().descendants().forEach(processes::add);
		}
		for (final ProcessHandle process : processes)
			assertFalse(process.isAlive(), process.info().toString());
	}
}
