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

import java.lang.reflect.InvocationTargetException;

/**
 * The main class of the jar, compiled for Java 8: checks that there are Spark and a Java that it supports, without which
 * {@link SparkMain} cannot be loaded, and starts it.
 */
public final class SparkStart {

	private static final int OLDEST_JAVA = 17;
	/** Hadoop, in Spark 3.5, uses a part of Java that newer ones lack. */
	private static final int NEWEST_JAVA = 21;
	private static final int EXIT_USER_ERROR = 2;

	private SparkStart() {}

	public static void main(final String... args) throws Exception {
		final String problem = problem(System.getProperty("java.specification.version"), SparkStart.class.getClassLoader());
		if (!problem.isEmpty()) {
			System.err.println(problem);
			System.exit(EXIT_USER_ERROR);
		}
		try {
			Class.forName("io.deepdream.spark.SparkMain").getMethod("main", String[].class).invoke(null, (Object) args);
		}
		catch (final InvocationTargetException exc) {
			throw exc.getCause() instanceof Exception ? (Exception) exc.getCause() : exc;
		}
	}

	/**
	 * @param java the version of the running Java, such as 1.8 or 17
	 * @param loader finds the classes of Spark
	 * @return a sentence for the user; empty if the jobs can run
	 */
	static String problem(final String java, final ClassLoader loader) {
		final int version = Integer.parseInt(java.replaceFirst("^1\\.", "").replaceFirst("\\D.*", ""));
		if (version < OLDEST_JAVA || version > NEWEST_JAVA) return "DeepDream's jobs for Spark need Java " + OLDEST_JAVA + " to " +
			NEWEST_JAVA + ", but this is Java " + version + ": install Java " + OLDEST_JAVA + " and set JAVA_HOME to its folder.";
		try {
			Class.forName("org.apache.spark.SparkConf", false, loader);
			return "";
		}
		catch (final ClassNotFoundException exc) {
			return "Apache Spark is not in reach: start this jar with spark-submit of Spark 3.5, as in spark-submit " +
				"deepdream-spark.jar images IN OUT.";
		}
	}
}
