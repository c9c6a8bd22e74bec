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
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;

import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.image.Picture;
import io.deepdream.model.ModelCatalogue;

/**
 * The command that evaluates students: for each, a table of {@link FeatureError} over
 * all held-out images and of {@link LogRise}, by block.
 */
public final class Measure {

	private static final int SIDE = 224;

	private final GradientEngine teacher;
	private final List<Picture> images;
	/** Images from which dreams start. */
	private final List<Picture> starts;
	private final Path out;
	/** The teacher's dreams of each block. */
	private final List<List<Picture>> byTeacher = new ArrayList<>();
	/** Processor time of all threads during dreams since the last reset, in nanoseconds. */
	private long dreamTime;
	private final long teacherDreamTime;

	/** @param out folder for the dreams, or null */
	private Measure(final GradientEngine teacher, final List<Picture> images,
		final List<Picture> starts, final Path out) throws IOException
	{
		this.teacher = teacher;
		this.images = images;
		this.starts = starts;
		this.out = out;
		for (final String block : Layers.DREAMED)
			byTeacher.add(dream(teacher, block, "teacher"));
		teacherDreamTime = dreamTime;
	}

	public static void main(final String... args) throws IOException {
		Options.liftMemoryLimit();
		final Map<String, String> options = Options.parse(Map.of("teacher", Options.TEACHER, "students",
			ModelCatalogue.EMBEDDED, "images", "../shared/images", "dreams", "chelsea,coffee,deepdream_sky1024px", "out",
			""), args);
		final List<Picture> images = new ArrayList<>();
		final List<Picture> starts = new ArrayList<>();
		final List<String> titles = List.of(options.get("dreams").split(","));
		for (final Path file : ImageFiles.below(Paths.get(options.get("images")))) {
			images.add(ImageFiles.read(file));
			if (titles.contains(ImageFiles.title(file))) starts.add(ImageFiles.centre(images.get(images.size() - 1), SIDE));
		}
		if (starts.size() != titles.size()) throw new IllegalArgumentException("some of " + titles + " are missing in " +
			options.get("images"));
		System.out.println(images.size() + " images, " + starts.size() + " dreams of each block");
		final Path out = options.get("out").isEmpty() ? null : Files.createDirectories(Paths.get(options.get("out")));
		try (GradientEngine teacher = Engines.open(ModelCatalogue.find(options.get("teacher")))) {
			final Measure measure = new Measure(teacher, images, starts, out);
			for (final String name : options.get("students").split(","))
				try (GradientEngine student = Engines.open(ModelCatalogue.find(name))) {
					System.out.println("\n" + name + ", SHA-256 " + student.sha256());
					measure.print(student, ImageFiles.title(Paths.get(name)));
				}
		}
	}

	private void print(final GradientEngine student, final String title) throws IOException {
		System.out.println("| block | error | log-rise |\n|---|---|---|");
		double sum = 0;
		dreamTime = 0;
		for (final String block : Layers.BLOCKS) {
			final double error = FeatureError.of(teacher, student, block, images);
			final int dreamed = Layers.DREAMED.indexOf(block);
			if (dreamed < 0) System.out.printf(Locale.ROOT, "| %s | %.3f | |%n", block, error);
			else {
				final double rise = rise(block, byTeacher.get(dreamed), dream(student, block, title));
				sum += rise;
				System.out.printf(Locale.ROOT, "| %s | %.3f | %.3f |%n", block, error, rise);
			}
		}
		System.out.printf(Locale.ROOT, "| mean | | %.3f |%n", sum / Layers.DREAMED.size());
		System.out.printf(Locale.ROOT, "processor time of these dreams, teacher = 1: %.2f%n", (double) dreamTime /
			teacherDreamTime);
	}

	private List<Picture> dream(final GradientEngine engine, final String block,
		final String title) throws IOException
	{
		final List<Picture> result = new ArrayList<>();
		for (int i = 0; i < starts.size(); i++) {
			final long before = processorTime();
			result.add(LogRise.dream(engine, block, starts.get(i)));
			dreamTime += processorTime() - before;
			if (out != null) ImageFiles.writePng(result.get(i), out.resolve(block + "-" + i + "-" + title + ".png"));
		}
		return result;
	}

	private static long processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	/** Mean over the starts. */
	private double rise(final String block, final List<Picture> teachers, final List<Picture> students) {
		double sum = 0;
		for (int i = 0; i < starts.size(); i++)
			sum += LogRise.of(teacher, block, starts.get(i), teachers.get(i), students.get(i));
		return sum / starts.size();
	}
}
