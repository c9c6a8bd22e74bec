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
import java.util.Map;
import java.util.TreeMap;

import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.train.network.InceptionV1;
import io.deepdream.train.network.Student;

/** The command that creates a student and fits it to a teacher layer by layer; see docs/training.md. */
public final class Fit {

	private static final int SIDE = 160;

	private Fit() {}

	public static void main(final String... args) throws IOException {
		Options.liftMemoryLimit();
		final Map<String, String> options = Options.parse(Map.of("teacher", Options.TEACHER, "photographs",
			Photographs.DEBIAN, "out", "target/training", "stem", "1", "width", "0.75", "widths", "", "lrn", "true",
			"batches", "24", "dreamed", "0", "seed", "1"), args);
		final Path folder = Files.createDirectories(Paths.get(options.get("out")));
		final Path untrained = Files.write(folder.resolve("untrained.pb"), InceptionV1.frozen(Double.parseDouble(options
			.get("stem")), Double.parseDouble(options.get("width")), widths(options.get("widths")), Boolean.parseBoolean(options.get("lrn")), Long
				.parseLong(options.get("seed"))));
		final ModelSpec spec = ModelCatalogue.find(untrained.toString());
		final Student student = new Student(spec.read());
		final ModelSpec teacher = ModelCatalogue.find(options.get("teacher"));
		final LayerwiseFit fit;
		try (GradientEngine engine = Engines.open(teacher)) {
			fit = new LayerwiseFit(teacher, student, spec, new DreamedCrops(new Photographs(options.get("photographs")), engine,
				Double.parseDouble(options.get("dreamed"))), SIDE, Integer.parseInt(options.get("batches")));
		}
		Files.write(folder.resolve("fitted.pb"), student.with(fit.fit()));
	}

	/** @param text such as mixed3a:0.9,mixed5b:0.75 */
	private static Map<String, Double> widths(final String text) {
		final Map<String, Double> result = new TreeMap<>();
		for (final String item : text.isEmpty() ? new String[0] : text.split(",")) {
			final String[] pair = item.split(":", 2);
			result.put(pair[0], Double.valueOf(pair[1]));
		}
		return result;
	}
}
