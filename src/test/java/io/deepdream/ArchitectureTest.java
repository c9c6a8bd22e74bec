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

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Dependencies between packages point in one direction: imagej, the facade, dream,
 * engine.tensorflow, engine, model, image, params. Each test allows a package the
 * packages below it that it needs, and no other.
 */
class ArchitectureTest {

	private static final String ROOT = "io.deepdream";
	private static final int MAX_CLASSES = 24;

	private static JavaClasses classes;

	@BeforeAll
	static void read() {
		classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
	}

	private static DescribedPredicate<JavaClass> ours(final String... packages) {
		DescribedPredicate<JavaClass> any = DescribedPredicate.alwaysFalse();
		for (final String name : packages)
			any = any.or(resideInAPackage(name.isEmpty() ? ROOT : ROOT + "." + name));
		return any;
	}

	/** Checks that a package uses no other package of this project than those listed, and its own. */
	private static void mayUse(final String name, final String... others) {
		noClasses().that(ours(name)).should().dependOnClassesThat(resideInAPackage(ROOT + "..").and(DescribedPredicate.not(
			ours(name).or(ours(others))))).check(classes);
	}

	@Test
	void packagesUseOnlyThoseBelow() {
		mayUse("params");
		mayUse("params.settings", "params");
		mayUse("image", "params");
		mayUse("model", "params");
		mayUse("engine.loading", "params");
		mayUse("model.packages", "engine.loading", "model", "params");
		mayUse("model.yaml", "model.packages");
		mayUse("engine", "engine.loading", "model", "params");
		mayUse("engine.tensorflow..", "engine", "engine.loading", "model", "params");
		mayUse("engine.tensorflow.graph", "engine", "engine.loading", "model", "params");
		mayUse("engine.tensorflow.load", "engine.tensorflow.graph", "engine", "engine.loading", "model", "params");
		mayUse("engine.tensorflow.rewrite", "engine.tensorflow.graph", "engine", "engine.loading", "model", "params");
		mayUse("engine.tensorflow.objective", "engine", "params");
		mayUse("motion", "image", "engine.loading", "params");
		mayUse("motion.boofcv", "motion", "image");
		mayUse("dream", "image", "engine", "params", "params.settings");
		mayUse("", "dream", "image", "engine", "model", "params", "params.settings");
	}

	private static void mayNotUse(final String name, final String... others) {
		noClasses().that(ours(name)).should().dependOnClassesThat(ours(others)).check(classes);
	}

	@Test
	void packagesOfImageJUseOnlyThoseBelow() {
		mayNotUse("imagej..", "cli");
		mayNotUse("imagej.input", "imagej", "imagej.pixels", "imagej.job", "imagej.dialog", "imagej.channels", "imagej.models");
		mayNotUse("imagej.pixels", "imagej", "imagej.job", "imagej.dialog", "imagej.channels", "imagej.models");
		mayNotUse("imagej.job", "imagej", "imagej.dialog", "imagej.channels", "imagej.models");
		mayNotUse("imagej.dialog", "imagej", "imagej.channels", "imagej.models");
		mayNotUse("imagej.channels", "imagej", "imagej.models");
		mayNotUse("imagej.models", "imagej", "imagej.channels");
		mayNotUse("cli", "imagej", "imagej.dialog", "imagej.channels", "imagej.models", "engine.tensorflow..");
	}

	@Test
	void onlyTheCommandLineUsesItsLibraries() {
		noClasses().that().resideOutsideOfPackage(ROOT + ".cli").should().dependOnClassesThat(resideInAnyPackage("picocli..",
			"javassist..", "net.imagej.patcher..")).check(classes);
	}

	@Test
	void onlyOnePackageParsesYaml() {
		noClasses().that().resideOutsideOfPackage(ROOT + ".model.yaml").should().dependOnClassesThat(resideInAPackage(
			"org.snakeyaml..")).orShould().dependOnClassesThat(ours("model.yaml")).check(classes);
	}

	@Test
	void otherPackagesUseNoClassOfTheTensorFlowEngine() {
		noClasses().that().resideOutsideOfPackage(ROOT + ".engine.tensorflow..").should().dependOnClassesThat(
			ours("engine.tensorflow..")).check(classes);
	}

	@Test
	void packagesAreSmall() {
		final Map<String, Long> sizes = classes.stream().filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals(
			"package-info")).collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
		sizes.forEach((name, size) -> assertTrue(size <= MAX_CLASSES, name + " has " + size + " classes"));
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
	}

	@Test
	void theFacadeIsOneClass() {
		classes().that().resideInAPackage(ROOT).and().areTopLevelClasses().should().haveSimpleName("DeepDream").orShould()
			.haveSimpleName("package-info").check(classes);
	}

	@Test
	void onlyImagejKnowsImageJ() {
		noClasses().that().resideOutsideOfPackages(ROOT + ".imagej..", ROOT + ".cli").should().dependOnClassesThat(resideInAnyPackage("ij..",
			"org.scijava..", "java.awt..", "javax.swing..")).check(classes);
	}

	@Test
	void onlyOnePackageKnowsBoofCV() {
		noClasses().that().resideOutsideOfPackage(ROOT + ".motion.boofcv").should().dependOnClassesThat(resideInAnyPackage(
			"boofcv..", "georegression..", "org.ddogleg..", "org.ejml..")).check(classes);
	}

	@Test
	void onlyOnePackageKnowsTensorFlow() {
		noClasses().that().resideOutsideOfPackage(ROOT + ".engine.tensorflow..").should().dependOnClassesThat(
			resideInAnyPackage("org.tensorflow..", "org.bytedeco..", "com.google.protobuf..")).check(classes);
	}
}
