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

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies among the packages that use ImageJ, from entry points down to pixels, and of the command line. */
class ImageJArchitectureTest {

	private static final String ROOT = "io.deepdream.";
	private static final int MAX_CLASSES = 24;
	private static JavaClasses classes;

	@BeforeAll
	static void read() {
		classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(
			"io.deepdream");
	}

	private static void mayNotUse(final String name, final String... others) {
		final String[] packages = new String[others.length];
		for (int i = 0; i < others.length; i++)
			packages[i] = ROOT + others[i];
		noClasses().that().resideInAPackage(ROOT + name).should().dependOnClassesThat().resideInAnyPackage(packages).check(
			classes);
	}

	@Test
	void dependenciesPointDown() {
		mayNotUse("imagej..", "cli");
		mayNotUse("imagej.pixels", "imagej", "imagej.job", "imagej.dialog", "imagej.channels", "imagej.models");
		mayNotUse("imagej.job", "imagej", "imagej.dialog", "imagej.channels", "imagej.models");
		mayNotUse("imagej.dialog", "imagej", "imagej.channels", "imagej.models");
		mayNotUse("imagej.channels", "imagej", "imagej.models");
		mayNotUse("imagej.models", "imagej", "imagej.channels");
		mayNotUse("cli", "imagej", "imagej.dialog", "imagej.channels", "imagej.models", "engine.tensorflow..");
	}

	@Test
	void thereAreNoCycles() {
		slices().matching("io.deepdream.imagej.(*)..").should().beFreeOfCycles().check(classes);
	}

	@Test
	void packagesAreSmall() {
		final Map<String, Integer> sizes = new TreeMap<>();
		for (final JavaClass c : classes)
			if (c.isTopLevelClass() && (c.getPackageName().startsWith(ROOT + "imagej") || c.getPackageName().equals(ROOT +
				"cli")) && !c.getSimpleName().equals("package-info")) sizes.merge(c.getPackageName(), 1, Integer::sum);
		sizes.forEach((name, size) -> assertTrue(size <= MAX_CLASSES, name + " has " + size + " classes"));
	}

	@Test
	void onlyTheCommandLineUsesPicocli() {
		noClasses().that().resideOutsideOfPackage(ROOT + "cli").should().dependOnClassesThat().resideInAPackage(
			"picocli..").check(classes);
	}
}
