package io.deepdream;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Arrows point down only: imagej, the public face, dream, engine.tensorflow,
 * engine, model; image stands beside them. The public face's plain values
 * (parameters, listener, exception) depend on nothing and may be used anywhere.
 */
class ArchitectureTest {

	private static final String ROOT = "io.deepdream";
	private static JavaClasses classes;

	@BeforeAll
	static void read() {
		classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
	}

	private static DescribedPredicate<JavaClass> rooms(final String... rooms) {
		DescribedPredicate<JavaClass> any = DescribedPredicate.alwaysFalse();
		for (final String room : rooms)
			any = any.or(resideInAPackage(ROOT + "." + room));
		return any;
	}

	private static final DescribedPredicate<JavaClass> FACE = DescribedPredicate.describe("the face itself",
		c -> c.getFullName().equals(ROOT + ".DeepDream"));

	private static void mayNotUse(final String room, final DescribedPredicate<JavaClass> others) {
		noClasses().that().resideInAPackage(room.isEmpty() ? ROOT : ROOT + "." + room).should().dependOnClassesThat(others)
			.check(classes);
	}

	@Test
	void roomsUseOnlyThoseBelow() {
		mayNotUse("image", FACE.or(rooms("dream", "model", "engine..", "imagej..", "cli")));
		mayNotUse("model", FACE.or(rooms("dream", "image", "engine..", "imagej..", "cli")));
		mayNotUse("engine", FACE.or(rooms("dream", "image", "engine.tensorflow", "imagej..", "cli")));
		mayNotUse("engine.loading", FACE.or(rooms("dream", "image", "model", "engine", "engine.tensorflow", "imagej..", "cli")));
		mayNotUse("engine.tensorflow", FACE.or(rooms("dream", "image", "imagej..", "cli")));
		mayNotUse("dream", FACE.or(rooms("model", "engine.tensorflow", "imagej..", "cli")));
		mayNotUse("", rooms("engine.tensorflow", "imagej..", "cli"));
	}

	@Test
	void thePlainValuesUseNoRoom() {
		noClasses().that().resideInAPackage(ROOT).and(DescribedPredicate.not(FACE)).should().dependOnClassesThat(rooms(
			"dream", "image", "model", "engine..", "imagej..", "cli")).check(classes);
	}

	@Test
	void onlyOneRoomKnowsImageJ() {
		noClasses().that().resideOutsideOfPackages(ROOT + ".imagej..", ROOT + ".cli").should().dependOnClassesThat(resideInAnyPackage("ij..",
			"org.scijava..", "java.awt..", "javax.swing..")).check(classes);
	}

	@Test
	void onlyOneRoomKnowsTensorFlow() {
		noClasses().that().resideOutsideOfPackage(ROOT + ".engine.tensorflow").should().dependOnClassesThat(
			resideInAnyPackage("org.tensorflow..", "org.bytedeco..", "com.google.protobuf..")).check(classes);
	}
}
