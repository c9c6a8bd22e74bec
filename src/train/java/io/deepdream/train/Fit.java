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
