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

import java.io.PrintStream;
import java.util.List;

import org.apache.spark.api.java.JavaSparkContext;

import io.deepdream.spark.atlas.AtlasJob;
import io.deepdream.spark.cluster.SparkArguments;
import io.deepdream.spark.cluster.SparkJob;
import io.deepdream.spark.images.ImagesJob;
import io.deepdream.spark.picture.PictureJob;

/**
 * The distributed jobs. Where {@code spark-submit} names no master, they run in local mode, in this process.
 *
 * <pre>
 * images IN OUT key=value ...     dreams a folder of images, a glob, a stack or a film
 * atlas OUT key=value ...         renders the channels of layers as a website
 * picture IN OUT key=value ...    dreams one image that does not fit in the memory of a machine
 * </pre>
 *
 * The exit code is 0, 1 if a part of the results is missing, or 2 after an error of the user, with one sentence on the
 * error stream.
 */
public final class SparkMain {

	private static final int EXIT_USER_ERROR = 2;

	private SparkMain() {}

	public static void main(final String... args) {
		System.setProperty("java.awt.headless", "true");
		final int code = run(System.out, System.err, args);
		// only on failure, because exec:java runs in Maven's JVM
		if (code != 0) System.exit(code);
	}

	/** Like {@link #main}, but returns the exit code. */
	static int run(final PrintStream out, final PrintStream err, final String... args) {
		try {
			final SparkArguments arguments = SparkArguments.parse(jobs(), args);
			try (JavaSparkContext spark = SparkSetup.context("DeepDream " + arguments.job().key())) {
				return arguments.job().run(spark, arguments, out);
			}
		}
		// Spark throws checked exceptions that its Java interface does not declare
		catch (final Exception exc) {
			err.println(SparkFailure.sentence(exc));
			return EXIT_USER_ERROR;
		}
	}

	/** All jobs. */
	private static List<SparkJob> jobs() {
		return List.of(new ImagesJob(), new AtlasJob(), new PictureJob());
	}
}
