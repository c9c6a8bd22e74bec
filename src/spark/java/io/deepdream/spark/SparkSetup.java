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
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

import io.deepdream.params.DreamException;

/** Starts Spark: in local mode, unless {@code spark-submit} or a system property names a master. */
public final class SparkSetup {

	private static final String MASTER = "spark.master";
	private static final String STANDALONE = "spark://";
	private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";
	private static final int CONNECT_MILLIS = 10_000;

	private SparkSetup() {}

	/** @throws DreamException if the master cannot be reached */
	static JavaSparkContext context(final String name) {
		final SparkConf conf = conf(name);
		requireMaster(conf.get(MASTER));
		return new JavaSparkContext(conf);
	}

	/** The settings of jobs: those of {@code spark-submit} and of system properties, and the defaults of this program. */
	public static SparkConf conf(final String name) {
		final SparkConf conf = new SparkConf().setAppName(name).setIfMissing(MASTER, "local[*]");
		// ImageJ opens no window
		conf.set(EXECUTOR_OPTIONS, (conf.get(EXECUTOR_OPTIONS, "") + " -Djava.awt.headless=true").trim());
		// a bar on a terminal; the web page of Spark shows more
		conf.setIfMissing("spark.ui.showConsoleProgress", Boolean.toString(System.console() != null));
		// below this number of receiving tasks, a task writes a file for each of them, and then copies all into one
		conf.setIfMissing("spark.shuffle.sort.bypassMergeThreshold", "0");
		return conf;
	}

	/** Spark itself would try for a minute, and then report another error. */
	private static void requireMaster(final String master) {
		if (!master.startsWith(STANDALONE)) return;
		if (Arrays.stream(master.substring(STANDALONE.length()).split(",")).noneMatch(SparkSetup::answers))
			throw new DreamException("The Spark master " + master + " cannot be reached: check its address and port, and that it " +
				"is running; without --master, Spark runs in local mode.");
	}

	private static boolean answers(final String address) {
		final int colon = address.lastIndexOf(':');
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address.substring(0, Math.max(0, colon)), Integer.parseInt(address.substring(
				colon + 1))), CONNECT_MILLIS);
			return true;
		}
		catch (final IOException | IllegalArgumentException exc) {
			return false;
		}
	}
}
