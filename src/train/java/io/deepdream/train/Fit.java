package io.deepdream.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;

import io.deepdream.train.network.InceptionV1;
import io.deepdream.train.network.Student;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;

/** The command that creates a student and fits it to a teacher layer by layer; see docs/training.md. */
public final class Fit {

	private static final int SIDE = 160;

	private Fit() {}

	public static void main(final String... args) throws IOException {
		Options.liftMemoryLimit();
		final Map<String, String> options = Options.parse(Map.of("teacher", Options.TEACHER, "photographs",
			Photographs.DEBIAN, "out", "target/training", "stem", "1", "width", "0.75", "lrn", "true", "batches", "24",
			"seed", "1"), args);
		final Path folder = Files.createDirectories(Paths.get(options.get("out")));
		final Path untrained = Files.write(folder.resolve("untrained.pb"), InceptionV1.frozen(Double.parseDouble(options
			.get("stem")), Double.parseDouble(options.get("width")), Boolean.parseBoolean(options.get("lrn")), Long
				.parseLong(options.get("seed"))));
		final ModelSpec spec = ModelCatalogue.find(untrained.toString());
		final Student student = new Student(spec.read());
		final LayerwiseFit fit = new LayerwiseFit(ModelCatalogue.find(options.get("teacher")), student, spec,
			new Photographs(options.get("photographs")), SIDE, Integer.parseInt(options.get("batches")));
		Files.write(folder.resolve("fitted.pb"), student.with(fit.fit()));
	}
}
