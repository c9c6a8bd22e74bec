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
package io.deepdream.engine.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deepdream.Fork;
import io.deepdream.packaging.InstalledCopy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With TensorFlow 1.15 and protobuf of other plugins on ImageJ's class path, the
 * results of both sides are unchanged.
 */
class IsolationTest {

	/** Filled by the build; not on the project's own class path. */
	private static final Path OTHERS = Path.of("target", "other-plugins");

	@TempDir
	static Path temp;

	private static InstalledCopy installed;

	@BeforeAll
	static void install() throws Exception {
		assumeTrue(Files.isDirectory(OTHERS), OTHERS + " is missing: run mvn verify");
		installed = InstalledCopy.in(temp.resolve("ImageJ"), Requirements.check(new ThisMachine()));
	}

	private static List<Path> others(final String name) throws Exception {
		try (Stream<Path> jars = Files.list(OTHERS)) {
			return jars.filter(jar -> jar.getFileName().toString().matches(name)).collect(Collectors.toList());
		}
	}

	/** The class path of an ImageJ with another plugin, which comes first, and this one. */
	private static Fork imageJ(final List<Path> other) {
		assertTrue(!other.isEmpty(), "the build has downloaded no jar of the other plugin");
		final List<Path> flat = new ArrayList<>(other);
		flat.add(installed.plugin());
		flat.addAll(InstalledCopy.classPath("(ij|imglib2)-[0-9].*\\.jar"));
		flat.add(InstalledCopy.location(SharedProcess.class));
		return new Fork().with(flat);
	}

	private static List<String> results(final String output) {
		assertTrue(output.endsWith("exit: 0"), output);
		return Arrays.stream(output.split("\n")).filter(line -> line.matches("(dream|segment|film) [0-9a-f]{64}")).collect(
			Collectors.toList());
	}

	@Test
	void tensorFlow1InBothOrders() throws Exception {
		final List<Path> old = others("libtensorflow.*");
		final List<String> alone = results(imageJ(old).run(SharedProcess.class.getName(), "segment"));
		assertEquals(1, alone.size());
		final String segment = alone.get(0);
		final String dream = "dream " + SharedProcess.dream();
		assertEquals(Arrays.asList(segment, dream, segment, dream, segment), results(imageJ(old).run(SharedProcess.class
			.getName(), "segment", "dream", "segment", "dream", "segment")));
		assertEquals(Arrays.asList(dream, segment, dream, segment), results(imageJ(old).run(SharedProcess.class.getName(),
			"dream", "segment", "dream", "segment")));
	}

	@Test
	void anotherProtobuf() throws Exception {
		assertEquals(Arrays.asList("dream " + SharedProcess.dream()), results(imageJ(others("protobuf-.*")).run(
			SharedProcess.class.getName(), "dream")));
	}

	/** The class path of ImageJ has no BoofCV. */
	@Test
	void opticalFlowComesFromTheLibraryFolder() throws Exception {
		assertEquals(Arrays.asList("film " + SharedProcess.film()), results(imageJ(others("protobuf-.*")).run(
			SharedProcess.class.getName(), "film")));
	}

	@Test
	void aMissingOpticalFlowIsOneSentence() throws Exception {
		final Path jar = installed.folder().resolve("lib/deepdream").resolve(InstalledCopy.classPath("boofcv-feature-.*").get(0)
			.getFileName());
		final Path hidden = Files.move(jar, temp.resolve("hidden"));
		try {
			final String output = imageJ(others("protobuf-.*")).run(SharedProcess.class.getName(), "film");
			assertTrue(output.contains("DreamException: BoofCV, which estimates the motion for coherence, could not be loaded") &&
				output.contains("install DeepDream again."), output);
		}
		finally {
			Files.move(hidden, jar);
		}
	}
}
