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

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamException.Place;

/** Explains why a job ended early, in one sentence. */
final class SparkFailure {

	private static final String OLD_JAVA = "UnsupportedClassVersionError";
	private static final String LAST_FAILURE = "(?s).*most recent failure: (.*)";

	private SparkFailure() {}

	/** @param failure what a job, or Spark, has thrown; if an executor threw it first, Spark's has it as its cause */
	static String sentence(final Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause())
			if (cause instanceof DreamException) return ((DreamException) cause).message(Place.COMMAND_LINE);
		final String text = String.valueOf(failure.getMessage());
		if (text.contains(OLD_JAVA)) return "An executor has an older Java than 17: install Java 17 on all computers of the " +
			"cluster, and set spark.executorEnv.JAVA_HOME to its folder.";
		final String reason = text.replaceFirst(LAST_FAILURE, "$1").lines().findFirst().orElse("").trim();
		return "Spark ended the job (" + (reason.isEmpty() ? failure.getClass().getName() : reason) +
			"): see the log of the driver and of the executors, and start again; finished results are kept.";
	}
}
