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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is checked before a job begins. */
class SparkStartTest {

	@AfterEach
	void clear() {
		System.clearProperty("spark.master");
	}

	@Test
	void sparkIsInReach() {
		assertEquals("", SparkStart.problem("17", getClass().getClassLoader()));
		assertEquals("", SparkStart.problem("21.0.1", getClass().getClassLoader()));
	}

	@Test
	void anotherJavaIsReported() {
		for (final String other : new String[] { "11", "1.8", "25" })
			assertTrue(SparkStart.problem(other, getClass().getClassLoader()).startsWith("DeepDream's jobs for Spark need Java 17 " +
				"to 21, but this is Java " + other.replace("1.8", "8") + ":"), other);
	}

	@Test
	void missingSparkIsReported() {
		final String problem = SparkStart.problem("17", ClassLoader.getPlatformClassLoader());
		assertTrue(problem.startsWith("Apache Spark is not in reach: start this jar with spark-submit"), problem);
	}

	@Test
	void aMasterThatDoesNotAnswerIsReported() throws Exception {
		final int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		for (final String master : new String[] { "spark://127.0.0.1:" + port, "spark://nonsense" }) {
			System.setProperty("spark.master", master);
			final JobRun run = JobRun.of("images", "in", "out");
			assertEquals(2, run.code(), run.toString());
			assertEquals("The Spark master " + master + " cannot be reached: check its address and port, and that it is running; " +
				"without --master, Spark runs in local mode.", run.errors().trim());
		}
	}

	@Test
	void argumentsAreChecked() {
		assertTrue(JobRun.of().errors().startsWith("No job was given: the jobs are images"));
		assertTrue(JobRun.of("image", "in", "out").errors().startsWith("Unknown job image: the jobs are images"));
		assertTrue(JobRun.of("images", "in").errors().startsWith("Expected images IN OUT, but got 1 of these 2 paths: give all."));
	}

	@Test
	void failuresOfSparkAreOneSentence() {
		final String aborted = "Job aborted due to stage failure: Task 0 in stage 1.0 failed 4 times, most recent failure: Lost " +
			"task 0.3 in stage 1.0 (TID 7) (127.0.0.1 executor 2): ";
		assertEquals("Spark ended the job (Lost task 0.3 in stage 1.0 (TID 7) (127.0.0.1 executor 2): java.io.IOException: broken): " +
			"see the log of the driver and of the executors, and start again; finished results are kept.", SparkFailure.sentence(
				new IllegalStateException(aborted + "java.io.IOException: broken\n\tat x.Y")));
		assertTrue(SparkFailure.sentence(new IllegalStateException(aborted + "java.lang.UnsupportedClassVersionError: x")).startsWith(
			"An executor has an older Java than 17:"));
	}
}
