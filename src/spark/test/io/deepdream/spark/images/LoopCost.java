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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.apache.spark.launcher.JavaModuleOptions;

import io.deepdream.Fork;
import io.deepdream.imagej.ChildProcess;
import io.deepdream.params.SystemSettings;
import io.deepdream.spark.SparkMain;

/**
 * Times the job in local mode with one task against the command line in a loop over the same images, each in a process of
 * its own and with one thread, alternately. Arguments: number of images, width, height, repetitions.
 */
public final class LoopCost {

	private static final String[] SETTINGS = { "octaves=4", "iterations=10" };

	private LoopCost() {}

	public static void main(final String... args) throws Exception {
		final int images = Integer.parseInt(args[0]);
		final Path folder = Files.createTempDirectory("loop-cost");
		TestImages.write(folder.resolve("in"), images, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
		final double[] loop = new double[Integer.parseInt(args[3])];
		final double[] spark = new double[loop.length];
		for (int i = 0; i < loop.length; i++) {
			loop[i] = seconds(ChildProcess.fork(), TestImages.OneMachine.class, folder.resolve("in"), folder.resolve("loop" + i));
			spark[i] = seconds(ChildProcess.fork().with(JavaModuleOptions.defaultModuleOptions().split(" ")).with(
				"-Dspark.master=local[1]", "-Dspark.driver.host=127.0.0.1", "-Dspark.driver.bindAddress=127.0.0.1"), SparkMain.class,
				folder.resolve("in"), folder.resolve("spark" + i), "images");
			TestImages.assertSame(folder.resolve("loop" + i), folder.resolve("spark" + i));
			System.out.printf(Locale.ROOT, "%d images: loop %.1f s, %.2f s per image; Spark %.1f s, %.2f s per image%n", images,
				loop[i], secondsPerImage(folder.resolve("loop" + i)), spark[i], secondsPerImage(folder.resolve("spark" + i)));
		}
		System.out.printf(Locale.ROOT, "medians: loop %.1f s, Spark %.1f s, %+.1f%%%n", median(loop), median(spark), 100 * (median(
			spark) / median(loop) - 1));
	}

	private static double seconds(final Fork fork, final Class<?> main, final Path in, final Path out, final String... job)
		throws IOException, InterruptedException
	{
		final String[] args = Arrays.copyOf(job, job.length + 2 + SETTINGS.length);
		args[job.length] = in.toString();
		args[job.length + 1] = out.toString();
		System.arraycopy(SETTINGS, 0, args, job.length + 2, SETTINGS.length);
		final long begin = System.nanoTime();
		final String output = fork.with("-D" + SystemSettings.THREADS + "=1", "-Xmx1g").run(main.getName(), args);
		if (!output.endsWith("exit: 0")) throw new IllegalStateException(output);
		return (System.nanoTime() - begin) / 1e9;
	}

	/** From the first to the last result, without the start of the process. */
	private static double secondsPerImage(final Path results) throws IOException {
		final List<Long> times = new ArrayList<>();
		for (final String name : TestImages.names(results))
			times.add(Files.getLastModifiedTime(results.resolve(name)).toMillis());
		return (Collections.max(times) - Collections.min(times)) / 1e3 / (times.size() - 1);
	}

	private static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
