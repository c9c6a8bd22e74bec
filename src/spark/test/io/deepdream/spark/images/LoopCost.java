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

import io.deepdream.spark.LocalCost;

/**
 * Times the job against the command line in a loop over the same images, and compares the results. Arguments: number of
 * images, width, height, repetitions.
 */
public final class LoopCost {

	private LoopCost() {}

	public static void main(final String... args) throws Exception {
		final Path folder = Files.createTempDirectory("loop-cost");
		final Path in = folder.resolve("in");
		TestImages.write(in, Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
		final LocalCost cost = new LocalCost("1g");
		for (int i = 0; i < Integer.parseInt(args[3]); i++) {
			final Path loop = folder.resolve("loop" + i);
			final Path spark = folder.resolve("spark" + i);
			cost.measure(TestImages.OneMachine.class, arguments(in, loop), arguments(in, spark, "images"));
			TestImages.assertSame(loop, spark);
			System.out.printf(Locale.ROOT, "an image: plain %.2f s, Spark %.2f s%n", secondsPerImage(loop), secondsPerImage(spark));
		}
		cost.report();
	}

	private static List<String> arguments(final Path in, final Path out, final String... job) {
		final List<String> arguments = new ArrayList<>(Arrays.asList(job));
		arguments.addAll(List.of(in.toString(), out.toString(), "octaves=4", "iterations=10"));
		return arguments;
	}

	/** From the first to the last result, without the start of the process. */
	private static double secondsPerImage(final Path results) throws IOException {
		final List<Long> times = new ArrayList<>();
		for (final String name : TestImages.names(results))
			times.add(Files.getLastModifiedTime(results.resolve(name)).toMillis());
		return (Collections.max(times) - Collections.min(times)) / 1e3 / (times.size() - 1);
	}
}
