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
package io.deepdream.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packages of the TensorFlow engine: compile uses objective, load and rewrite; the last two use graph. */
class EngineArchitectureTest {

	private static final String ROOT = "io.deepdream.engine.tensorflow";
	private static final int MAX_CLASSES = 24;

	private static JavaClasses classes;

	@BeforeAll
	static void read() {
		classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(
			"io.deepdream");
	}

	private static void mayNotUse(final String from, final String... others) {
		for (final String other : others)
			noClasses().that().resideInAPackage(ROOT + "." + from).should().dependOnClassesThat().resideInAPackage(ROOT + "." +
				other).check(classes);
	}

	@Test
	void packagesDependOnLowerOnesOnly() {
		mayNotUse("graph", "load", "rewrite", "compile");
		mayNotUse("load", "rewrite", "compile");
		mayNotUse("rewrite", "load", "objective", "compile");
		mayNotUse("objective", "graph", "load", "rewrite", "compile");
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
	}

	@Test
	void otherPackagesDoNotUseTensorFlowClasses() {
		noClasses().that().resideOutsideOfPackage(ROOT + "..").should().dependOnClassesThat().resideInAPackage(ROOT + "..")
			.check(classes);
	}

	/** Nested classes belong to the file they are in. */
	@ParameterizedTest
	@ValueSource(strings = { "graph", "load", "rewrite", "objective", "compile" })
	void packagesStaySmall(final String name) {
		final long n = classes.stream().filter(c -> c.getPackageName().equals(ROOT + "." + name) && c.isTopLevelClass() && !c
			.getSimpleName().equals("package-info")).count();
		assertTrue(n > 0 && n <= MAX_CLASSES, n + " classes in " + name);
	}
}
