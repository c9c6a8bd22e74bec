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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.apache.spark.launcher.JavaModuleOptions;

import io.deepdream.Fork;
import io.deepdream.imagej.ChildProcess;
import io.deepdream.params.SystemSettings;

/**
 * Times a job in local mode with one task against the plugin's own program, alternately, each in a process of its own. The
 * plugin evaluates two tiles at a time: start this on a single processor (taskset -c 0 on Linux).
 */
public final class LocalCost {

	private final String heap;
	private final List<Double> plain = new ArrayList<>();
	private final List<Double> spark = new ArrayList<>();

	/** @param heap of each process, such as 1g */
	public LocalCost(final String heap) {
		this.heap = heap;
	}

	/** Runs both once. */
	public void measure(final Class<?> program, final List<String> arguments, final List<String> job) throws Exception {
		plain.add(seconds(ChildProcess.fork(), program, arguments));
		spark.add(seconds(ChildProcess.fork().with(JavaModuleOptions.defaultModuleOptions().split(" ")).with(
			"-Dspark.master=local[1]", "-Dspark.driver.host=127.0.0.1", "-Dspark.driver.bindAddress=127.0.0.1"), SparkMain.class,
			job));
		System.out.printf(Locale.ROOT, "plain %.1f s, Spark %.1f s%n", plain.get(plain.size() - 1), spark.get(spark.size() - 1));
	}

	private double seconds(final Fork fork, final Class<?> main, final List<String> arguments)
		throws IOException, InterruptedException
	{
		final Path output = Files.createTempFile("cost", ".txt");
		final long begin = System.nanoTime();
		final int exit = fork.with("-D" + SystemSettings.THREADS + "=1", "-Xmx" + heap).start(output,
			main.getName(), arguments.toArray(new String[0])).waitFor();
		final double seconds = (System.nanoTime() - begin) / 1e9;
		if (exit != 0) throw new IOException(Files.readString(output));
		Files.delete(output);
		return seconds;
	}

	/** Prints the medians, and how much longer Spark takes. */
	public void report() {
		System.out.printf(Locale.ROOT, "medians: plain %.1f s, Spark %.1f s, %+.1f%%%n", median(plain), median(spark), 100 * (median(
			spark) / median(plain) - 1));
	}

	private static double median(final List<Double> values) {
		final double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
