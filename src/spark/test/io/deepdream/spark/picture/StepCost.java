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
package io.deepdream.spark.picture;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.spark.LocalCluster;
import io.deepdream.spark.SparkSetup;
import io.deepdream.spark.cluster.SharedNetwork;
import io.deepdream.spark.pyramid.PictureSource;
import io.deepdream.spark.pyramid.PictureSources;

/**
 * The share of shuffles in a step by the side of blocks, as Spark measures it, on a cluster of two workers with one core
 * each. Arguments: picture, key=value list in one argument, heap of an executor, sides. The first step of each octave is
 * left out, because executors open the network in it.
 */
public final class StepCost {

	private static final int WORKERS = 2;
	private static final double MILLION = 1e6;

	private StepCost() {}

	public static void main(final String... args) throws Exception {
		final DreamParams params = DreamParams.parse(args[1]);
		final Path folder = Files.createTempDirectory("step-cost");
		System.out.printf(Locale.ROOT, "%s, for each megapixel and step after the first one:%n", args[1]);
		try (LocalCluster cluster = LocalCluster.start(folder, WORKERS).executorMemory(args[2])) {
			for (final String side : Arrays.copyOfRange(args, 3, args.length))
				measure(cluster, folder, params, args[0], Integer.parseInt(side));
		}
	}

	private static void measure(final LocalCluster cluster, final Path folder, final DreamParams params, final String in,
		final int side)
	{
		final Totals totals = new Totals();
		final SparkConf conf = SparkSetup.conf("step cost");
		for (final String setting : cluster.settings())
			conf.set(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
		// as from another computer, although both have the same disk
		conf.set("spark.shuffle.readHostLocalDisk", "false");
		final PictureSource source;
		// its end waits for the last events
		try (JavaSparkContext spark = new JavaSparkContext(conf)) {
			spark.sc().addSparkListener(totals);
			source = PictureSources.open(spark, in);
			new PictureDream(spark, SharedNetwork.of(spark, params.get(Parameter.MODEL)), new PictureSettings(params, side, 1),
				source, new PrintStream(System.err, true)).run(folder.resolve("checkpoints" + side).toString(), side, (grid,
					blocks) -> spark.setJobDescription(null));
		}
		System.out.println(side + ": " + totals.report((double) source.width() * source.height() / MILLION));
	}

	/** Sums over all tasks of steps. */
	private static final class Totals extends SparkListener {

		private final Map<Integer, Boolean> stages = new ConcurrentHashMap<>();
		private final Map<Integer, Long> jobs = new ConcurrentHashMap<>();
		private final Map<String, Boolean> steps = new ConcurrentHashMap<>();
		private double wallMillis;
		private double runMillis;
		private double cpuNanos;
		private double waitMillis;
		private double writeNanos;
		private double gcMillis;
		private double remoteBytes;
		private double localBytes;
		private double writtenBytes;

		private static String step(final Properties properties) {
			final String description = properties.getProperty("spark.job.description", "");
			return description.contains(" step ") && !description.contains(" step 1 of") ? description : "";
		}

		@Override
		public void onJobStart(final SparkListenerJobStart job) {
			if (step(job.properties()).isEmpty()) return;
			jobs.put(job.jobId(), job.time());
			steps.put(step(job.properties()), true);
		}

		@Override
		public void onJobEnd(final SparkListenerJobEnd job) {
			final Long start = jobs.get(job.jobId());
			if (start != null) wallMillis += job.time() - start;
		}

		@Override
		public void onStageSubmitted(final SparkListenerStageSubmitted stage) {
			if (!step(stage.properties()).isEmpty()) stages.put(stage.stageInfo().stageId(), true);
		}

		@Override
		public void onTaskEnd(final SparkListenerTaskEnd task) {
			final TaskMetrics metrics = task.taskMetrics();
			if (metrics == null || !stages.containsKey(task.stageId())) return;
			runMillis += metrics.executorRunTime();
			cpuNanos += metrics.executorCpuTime();
			waitMillis += metrics.shuffleReadMetrics().fetchWaitTime();
			writeNanos += metrics.shuffleWriteMetrics().writeTime();
			gcMillis += metrics.jvmGCTime();
			remoteBytes += metrics.shuffleReadMetrics().remoteBytesRead();
			localBytes += metrics.shuffleReadMetrics().localBytesRead();
			writtenBytes += metrics.shuffleWriteMetrics().bytesWritten();
		}

		/** @param megapixels of a step */
		String report(final double megapixels) {
			final double n = megapixels * steps.size();
			return String.format(Locale.ROOT, "%d steps; step %.2f s, tasks %.2f s, of which processor time %.2f s, fetch wait " +
				"%.3f s, shuffle write %.3f s, collection %.2f s; without a task %.0f%%; read from the other executor %.2f MB, from " +
				"the same %.2f MB, written %.2f MB", steps.size(), wallMillis / n / 1e3, runMillis / n / 1e3,
				cpuNanos / n / 1e9, waitMillis / n / 1e3, writeNanos / n / 1e9, gcMillis / n / 1e3, 100 * (1 - runMillis / WORKERS /
					wallMillis), remoteBytes / n / MILLION, localBytes / n / MILLION, writtenBytes / n / MILLION);
		}
	}
}
