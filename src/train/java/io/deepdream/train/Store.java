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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.Sha256;
import io.deepdream.train.network.Student;

/** The command that averages students of one training and stores the mean with float16 kernels; see docs/training.md. */
public final class Store {

	private Store() {}

	public static void main(final String... args) throws IOException {
		final Map<String, String> options = Options.parse(Map.of("students", "target/training/student.pb", "out",
			"target/training/compact-inception.pb"), args);
		final List<Student> students = new ArrayList<>();
		for (final String name : options.get("students").split(","))
			students.add(new Student(ModelCatalogue.find(name.trim()).read()));
		final Path file = Paths.get(options.get("out"));
		final byte[] stored = new Student(students.get(0).with(mean(students))).inFloat16();
		Files.write(file, stored);
		final long weights = students.get(0).weights().stream().mapToLong(w -> w.length).sum();
		System.out.println(file + ": " + weights + " weights, " + stored.length + " bytes, SHA-256 " + Sha256.of(stored));
	}

	/** @throws IllegalArgumentException if the students have different layers */
	static List<float[]> mean(final List<Student> students) {
		final List<float[]> sums = students.get(0).weights();
		for (final Student student : students.subList(1, students.size())) {
			if (!student.hasLayersOf(students.get(0))) throw new IllegalArgumentException(
				"the students have different layers: average students of one training");
			final List<float[]> weights = student.weights();
			for (int k = 0; k < sums.size(); k++)
				for (int i = 0; i < sums.get(k).length; i++)
					sums.get(k)[i] += weights.get(k)[i];
		}
		for (final float[] sum : sums)
			for (int i = 0; i < sum.length; i++)
				sum[i] /= students.size();
		return sums;
	}
}
