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
package io.deepdream.spark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies between the packages of jobs, and on them. */
class SparkArchitectureTest {

	private static final String ROOT = "io.deepdream.";
	private static final String SPARK = ROOT + "spark";
	private static final int MAX_CLASSES = 24;
	private static final Pattern ROW = Pattern.compile("(?m)^\\| `(spark[\\w.]*)` \\|");

	private static JavaClasses classes;

	@BeforeAll
	static void read() {
		// the path of the tests' classes is not one that ArchUnit knows
		final ImportOption noTests = location -> !location.contains("test-classes");
		classes = new ClassFileImporter().withImportOption(noTests).importPackages("io.deepdream");
	}

	@Test
	void thePluginDoesNotKnowTheJobs() {
		noClasses().that().resideOutsideOfPackage(SPARK + "..").should().dependOnClassesThat(resideInAnyPackage(SPARK + "..",
			"org.apache.spark..", "org.apache.hadoop..")).check(classes);
	}

	@Test
	void jobsDoNotUseTensorFlow() {
		noClasses().that(resideInAPackage(SPARK + "..")).should().dependOnClassesThat(resideInAnyPackage("org.tensorflow..", ROOT +
			"engine.tensorflow..")).check(classes);
	}

	@Test
	void jobsDoNotUseEachOther() {
		slices().matching(SPARK + ".(*)..").should().notDependOnEachOther().ignoreDependency(resideInAPackage(SPARK + ".."),
			resideInAPackage(SPARK + ".cluster")).ignoreDependency(resideInAPackage(SPARK + ".picture.."), resideInAPackage(SPARK +
				".pyramid..")).allowEmptyShould(true).check(classes);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(classes);
	}

	@Test
	void packagesAreSmallAndDocumented() throws IOException {
		final Map<String, Long> sizes = classes.stream().filter(c -> c.isTopLevelClass() && c.getPackageName().startsWith(SPARK))
			.filter(c -> !c.getSimpleName().equals("package-info")).collect(Collectors.groupingBy(JavaClass::getPackageName,
				Collectors.counting()));
		sizes.forEach((name, size) -> assertTrue(size <= MAX_CLASSES, name + " has " + size + " classes"));
		final Set<String> named = new TreeSet<>();
		for (final Matcher row = ROW.matcher(Files.readString(Path.of("docs", "architecture.md"))); row.find();)
			named.add(ROOT + row.group(1));
		assertEquals(new TreeSet<>(sizes.keySet()), named);
	}
}
