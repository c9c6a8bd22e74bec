package io.deepdream.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Paths;

import io.deepdream.ResidentMemory;
import io.deepdream.Shared;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory estimate deviates from the measured memory of a process by less than 30%. */
@Tag("slow")
class MemoryEstimateTest {

	private static void assertEstimated(final String model, final String layer) throws IOException,
		InterruptedException
	{
		assumeTrue(ResidentMemory.isKnown(), "no /proc: skipped");
		final Process process = new ProcessBuilder(Paths.get(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx512m", "-cp", System.getProperty("java.class.path"), MemoryProbe.class.getName(), model, layer)
				.redirectError(ProcessBuilder.Redirect.DISCARD).start();
		final String[] reported = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim().split(
			" ");
		assertEquals(0, process.waitFor());
		final double measured = Double.parseDouble(reported[0]);
		final double estimated = Double.parseDouble(reported[1]);
		assertTrue(Math.abs(estimated / measured - 1) < 0.3, "estimated " + estimated + " bytes per pixel, measured " +
			measured);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mixed3b", "mixed4c" })
	void ofTheEmbeddedNetwork(final String layer) throws Exception {
		assertEstimated("compact-inception", layer);
	}

	@Test
	void ofGoogLeNet() throws Exception {
		assertEstimated(Shared.googleNet(), "mixed4c");
	}
}
