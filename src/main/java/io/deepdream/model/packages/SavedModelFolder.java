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
package io.deepdream.model.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deepdream.params.DreamException;

/** Finds a SavedModel in unpacked files, and checks that its weights are there. */
final class SavedModelFolder {

	static final String GRAPH = "saved_model.pb";

	/** Names of operations in the graph's file that hold trained weights. */
	private static final List<String> VARIABLES = List.of("VarHandleOp", "VariableV2");
	private static final int MAX_DEPTH = 3;

	private SavedModelFolder() {}

	/**
	 * @return the folder that contains saved_model.pb, a few levels deep
	 * @throws DreamException if there is none, there are several, or its variables are missing
	 */
	static Path in(final Path folder) throws IOException {
		final List<Path> graphs;
		try (Stream<Path> files = Files.find(folder, MAX_DEPTH, (file, attributes) -> attributes.isRegularFile() && file
			.getFileName().toString().equals(GRAPH)))
		{
			graphs = files.sorted().collect(Collectors.toList());
		}
		if (graphs.size() != 1) throw new DreamException(graphs.isEmpty() ? "The package contains no SavedModel, that is no " +
			GRAPH + ": export the network as a SavedModel again." : "The package contains " + graphs.size() +
				" SavedModels: unpack it and import the folder of one of them.");
		final Path saved = graphs.get(0).getParent();
		requireVariables(saved);
		return saved;
	}

	private static void requireVariables(final Path saved) throws IOException {
		final Path variables = saved.resolve("variables");
		final boolean complete = Files.isRegularFile(variables.resolve("variables.index")) && hasData(variables);
		// a SavedModel of constants needs no variables
		if (!complete && usesVariables(saved.resolve(GRAPH))) throw new DreamException(
			"The SavedModel of the package lacks its weights (variables.index or variables.data in its folder variables): " +
				"download or export the package again.");
	}

	private static boolean hasData(final Path variables) throws IOException {
		try (Stream<Path> files = Files.list(variables)) {
			return files.anyMatch(file -> file.getFileName().toString().startsWith("variables.data-"));
		}
	}

	private static boolean usesVariables(final Path graph) throws IOException {
		// one character per byte, so that names in the binary file can be searched
		final String content = new String(Files.readAllBytes(graph), StandardCharsets.ISO_8859_1);
		return VARIABLES.stream().anyMatch(content::contains);
	}
}
