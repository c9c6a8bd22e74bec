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

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The packages of this project, their classes and their dependencies, read from the class files. */
final class PackageGraph {

	private static final String ROOT = "io.deepdream";

	private final Map<String, Integer> classes = new TreeMap<>();
	private final Map<String, Set<String>> uses = new TreeMap<>();

	private PackageGraph() {}

	/** Reads the classes of src/main. */
	static PackageGraph read() {
		final PackageGraph graph = new PackageGraph();
		for (final JavaClass c : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(ROOT))
		{
			final String name = c.getPackageName();
			graph.uses.computeIfAbsent(name, key -> new TreeSet<>());
			if (c.isTopLevelClass() && !c.getSimpleName().equals("package-info")) graph.classes.merge(name, 1, Integer::sum);
			for (final Dependency d : c.getDirectDependenciesFromSelf()) {
				final String target = d.getTargetClass().getBaseComponentType().getPackageName();
				if (target.startsWith(ROOT) && !target.equals(name)) graph.uses.get(name).add(target);
			}
		}
		return graph;
	}

	/** All packages, in alphabetical order. */
	Set<String> packages() {
		return Collections.unmodifiableSet(uses.keySet());
	}

	/** Top-level classes of a package. */
	int classes(final String name) {
		return classes.getOrDefault(name, 0);
	}

	/** The packages that a package uses directly, without those that it also reaches through another one. */
	Set<String> nearest(final String name) {
		final Set<String> nearest = new TreeSet<>(uses.get(name));
		for (final String used : uses.get(name)) {
			final Set<String> further = reachable(used);
			// in a cycle, both directions stay
			if (!further.contains(name)) nearest.removeIf(other -> !other.equals(used) && further.contains(other));
		}
		return nearest;
	}

	/** All packages that a package uses, directly or through others; itself if it is part of a cycle. */
	Set<String> reachable(final String name) {
		final Set<String> reached = new TreeSet<>();
		collect(name, reached);
		return reached;
	}

	private void collect(final String name, final Set<String> reached) {
		for (final String used : uses.get(name))
			if (reached.add(used)) collect(used, reached);
	}

	/** The packages that depend on themselves through others. */
	Set<String> inCycles() {
		final Set<String> cyclic = new TreeSet<>(packages());
		cyclic.removeIf(name -> !reachable(name).contains(name));
		return cyclic;
	}

	/** The length of the longest path down from a package, 0 for one that uses no other; without cycles only. */
	int level(final String name) {
		return uses.get(name).stream().mapToInt(used -> level(used) + 1).max().orElse(0);
	}

	/** A name without the prefix that all have. */
	static String shortName(final String name) {
		return name.equals(ROOT) ? "DeepDream (facade)" : name.substring(ROOT.length() + 1);
	}
}
