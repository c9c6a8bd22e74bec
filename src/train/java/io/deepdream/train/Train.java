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
package io.deepdream.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.train.network.Distillation;
import io.deepdream.train.network.Student;

/**
 * The command that trains a student, from a frozen graph or from the checkpoint in the
 * output folder; see docs/training.md.
 */
public final class Train {

	private static final int LOG_INTERVAL = 20;

	private Train() {}

	public static void main(final String... args) throws IOException {
		Options.liftMemoryLimit();
		final Map<String, String> options = Options.parse(Map.ofEntries(Map.entry("teacher", Options.TEACHER), Map.entry(
			"student", ModelCatalogue.EMBEDDED), Map.entry("photographs", Photographs.DEBIAN), Map.entry("out",
				"target/training"), Map.entry("steps", "5000"), Map.entry("rate", "2e-4"), Map.entry("warmup", "30"), Map.entry(
					"direction", "4"), Map.entry("pictures", "16"), Map.entry("precision", "auto"), Map.entry("save", "50"), Map
						.entry("seed", "0")), args);
		final Distillation.Settings settings = new Distillation.Settings();
		settings.pictures = Integer.parseInt(options.get("pictures"));
		settings.directionWeight = Float.parseFloat(options.get("direction"));
		settings.half = options.get("precision").equals("auto") ? Bfloat16.isFast() : options.get("precision").equals(
			"bfloat16");
		System.out.println(settings.half ? "bfloat16" : "float32");
		final ModelSpec teacher = ModelCatalogue.find(options.get("teacher"));
		final ModelSpec start = ModelCatalogue.find(options.get("student"));
		final Student student = new Student(start.read());
		final Crops crops = new Photographs(options.get("photographs"));
		final Path out = Files.createDirectories(Paths.get(options.get("out")));
		final Path checkpoint = out.resolve("checkpoint");
		final int steps = Integer.parseInt(options.get("steps"));
		final int every = Integer.parseInt(options.get("save"));
		try (Distillation distillation = new Distillation(teacher, student, start, Layers.BLOCKS, Layers.MATCHED,
			settings))
		{
			final Training training = new Training(distillation, student, crops, Double.parseDouble(options.get("rate")),
				steps, Integer.parseInt(options.get("warmup")), Long.parseLong(options.get("seed")));
			if (Files.exists(checkpoint)) training.resume(checkpoint);
			else training.fitAdapters();
			final Log log = new Log();
			while (training.done() < steps) {
				log.add(training, training.step());
				if (training.done() % LOG_INTERVAL == 0) System.out.println(log.take(training));
				if (training.done() % every == 0 || training.done() == steps) {
					training.save(checkpoint);
					final Path part = Files.write(out.resolve("student.pb.part"), training.frozen());
					Files.move(part, out.resolve("student.pb"), StandardCopyOption.REPLACE_EXISTING);
				}
			}
		}
	}

	/** Means over the last steps. */
	private static final class Log {

		private final double[] errors = new double[Layers.BLOCKS.size() + 1];
		private final double[] cosines = new double[errors.length];
		private final int[] dreams = new int[errors.length];
		private int steps;

		void add(final Training training, final Distillation.Step step) {
			steps++;
			for (int b = 0; b < errors.length; b++)
				errors[b] += step.errors[b];
			for (int i = 0; i < step.cosines.length; i++) {
				cosines[training.objective(i)] += step.cosines[i];
				dreams[training.objective(i)]++;
			}
		}

		/** Errors and cosines of each block, the matched layer last; resets the means. */
		String take(final Training training) {
			final StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%d steps, %.0f s; errors", training
				.done(), training.seconds()));
			for (final double error : errors)
				line.append(String.format(Locale.ROOT, " %.3f", error / steps));
			line.append("; cosines");
			for (int b = 0; b < cosines.length; b++)
				line.append(String.format(Locale.ROOT, " %.3f", cosines[b] / dreams[b]));
			Arrays.fill(errors, 0);
			Arrays.fill(cosines, 0);
			Arrays.fill(dreams, 0);
			steps = 0;
			return line.toString();
		}
	}
}
