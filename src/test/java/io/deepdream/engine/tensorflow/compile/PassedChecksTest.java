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
package io.deepdream.engine.tensorflow.compile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import org.tensorflow.proto.GraphDef;

import io.deepdream.engine.Engines;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.engine.tensorflow.objective.TermKind;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.model.ModelCatalogue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passed self-checks are saved for later processes on the same machine. */
class PassedChecksTest {

	@TempDir
	Path folder;

	@BeforeAll
	static void loadTensorFlow() {
		Engines.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED)).close();
	}

	private static GraphDef graph(final int seed) {
		return new SmallGraphs(seed).conv("one", 3, 3, 3, 4, 1, "SAME").relu("one_relu").conv("two", 3, 3, 4, 5, 2, "SAME")
			.forward();
	}

	private Path file() {
		return folder.resolve("checked-gradients.txt");
	}

	@Test
	void savesChecksByGraphAndMachine() {
		final PassedChecks first = new PassedChecks(folder, "this machine");
		assertFalse(first.has(graph(1)));
		first.add(graph(1));
		assertTrue(new PassedChecks(folder, "this machine").has(graph(1)));
		assertFalse(new PassedChecks(folder, "this machine").has(graph(2)));
		assertFalse(new PassedChecks(folder, "another machine").has(graph(1)));
		assertFalse(PassedChecks.none().has(graph(1)));
	}

	@Test
	void aDamagedOrMissingFileRepeatsTheCheck() throws Exception {
		final PassedChecks passed = new PassedChecks(folder, "m");
		passed.add(graph(1));
		Files.write(file(), "\0\0\u00e9 no checksum\n".getBytes(StandardCharsets.ISO_8859_1));
		assertFalse(passed.has(graph(1)));
		passed.add(graph(1));
		assertTrue(passed.has(graph(1)));
		final PassedChecks nowhere = new PassedChecks(folder.resolve("none"), "m");
		assertDoesNotThrow(() -> nowhere.add(graph(1)));
		assertFalse(nowhere.has(graph(1)));
	}

	@Test
	void theSizeOfTheFileIsLimited() throws Exception {
		Files.write(file(), Collections.nCopies(2000, "0123"));
		final PassedChecks passed = new PassedChecks(folder, "m");
		passed.add(graph(1));
		assertEquals(1, Files.readAllLines(file()).size());
		assertTrue(passed.has(graph(1)));
	}

	/** A compiler with a file, and optionally with a wrong library. */
	private ObjectiveCompiler compiler(final boolean wrong) {
		final GraphDef forward = GradientRewriteTest.network().forward();
		return new ObjectiveCompiler(new Object(), forward, new GraphGeometry(forward), Variant.VARIANTS,
			new PassedChecks(folder, "m"))
		{

			@Override
			GraphDef graph(final GraphDef needed, final List<TermKind> terms, final Variant variant) {
				final GraphDef right = super.graph(needed, terms, variant);
				return wrong && variant.equals(Variant.ALL) ? GradientRewriteTest.withoutTail(right) : right;
			}
		};
	}

	@Test
	void savesPassedChecksOnly() throws Exception {
		try (CompiledObjective compiled = compiler(true).compile(GradientRewriteTest.KIND)) {
			assertEquals(1, compiled.warnings().size());
		}
		assertFalse(Files.exists(file()));
		compiler(false).compile(GradientRewriteTest.KIND).close();
		assertEquals(1, Files.readAllLines(file()).size());
		compiler(false).compile(GradientRewriteTest.KIND).close();
		assertEquals(1, Files.readAllLines(file()).size());
		// saved by graph, not by layer: another graph of the same layer is checked
		try (CompiledObjective compiled = compiler(true).compile(GradientRewriteTest.KIND)) {
			assertEquals(1, compiled.warnings().size());
		}
	}

	/** A saved check is skipped even if the graph would fail. */
	@Test
	void skipsSavedChecks() {
		final GraphDef forward = GradientRewriteTest.network().forward();
		final GraphDef wrong = GradientRewriteTest.withoutTail(ObjectiveGraph.of(new Prune(List.of("mixed")).apply(forward),
			GradientRewriteTest.TERMS, Variant.ALL));
		new PassedChecks(folder, "m").add(wrong);
		try (CompiledObjective compiled = compiler(true).compile(GradientRewriteTest.KIND)) {
			assertEquals(List.of(), compiled.warnings());
		}
	}
}
