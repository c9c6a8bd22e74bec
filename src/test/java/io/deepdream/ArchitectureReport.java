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
package io.deepdream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Comparator;
import java.util.Set;

/**
 * Prints the classes of each package, the largest package and the cycles, and with
 * an argument draws the packages anew:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.deepdream.ArchitectureReport \
 *   -Dexec.args=docs/images/architecture.svg
 * </pre>
 */
public final class ArchitectureReport {

	private ArchitectureReport() {}

	/** @param args empty, or the file of the picture */
	public static void main(final String... args) throws IOException {
		final PackageGraph graph = PackageGraph.read();
		for (final String name : graph.packages())
			System.out.printf("%3d classes  %s%n", graph.classes(name), name);
		final String largest = graph.packages().stream().max(Comparator.comparingInt(graph::classes)).orElseThrow();
		System.out.printf("largest package: %s, %d classes%n", largest, graph.classes(largest));
		final Set<String> cyclic = graph.inCycles();
		System.out.printf("packages in cycles: %d%s%n", cyclic.size(), cyclic.isEmpty() ? "" : ": " + String.join(", ",
			cyclic));
		if (args.length == 0) return;
		final Path file = Paths.get(args[0]);
		Files.writeString(file, PackageDiagram.svg(graph));
		System.out.println(file);
	}
}
