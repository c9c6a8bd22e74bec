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
