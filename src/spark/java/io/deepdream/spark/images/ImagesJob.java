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
package io.deepdream.spark.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.spark.api.java.JavaSparkContext;

import io.deepdream.DeepDream;
import io.deepdream.imagej.pixels.ImageFiles;
import io.deepdream.model.Sha256;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamException.Place;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Output;
import io.deepdream.params.Parameter;
import io.deepdream.params.Start;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.OriginalSettings;
import io.deepdream.spark.cluster.Scratch;
import io.deepdream.spark.cluster.SharedNetwork;
import io.deepdream.spark.cluster.SparkArguments;
import io.deepdream.spark.cluster.SparkJob;
import io.deepdream.spark.cluster.Storage;

/**
 * Dreams a folder of images, a glob, or the frames of a stack or film. Each result has the bytes that the command line
 * writes, and appears when it is complete; a later start dreams what is missing.
 */
public final class ImagesJob implements SparkJob {

	private static final int EXIT_INCOMPLETE = 1;

	@Override
	public String key() {
		return "images";
	}

	@Override
	public String usage() {
		return "IN OUT";
	}

	@Override
	public DreamParams defaults() {
		return DreamParams.defaults();
	}

	@Override
	public int run(final JavaSparkContext spark, final SparkArguments arguments, final PrintStream out) {
		final DreamParams params = arguments.params();
		require(params);
		final ImageInputs inputs = new ImageInputs(arguments.operands().get(0));
		final String folder = Storage.qualify(arguments.operands().get(1));
		requireNoInput(inputs.tasks(), folder);
		final SharedNetwork network = SharedNetwork.of(spark, params.get(Parameter.MODEL));
		final Path guide = guide(spark, params);
		final Set<String> existing = new ResultFolder(folder).begin(params, network, sha256(guide));
		final List<ImageTask> missing = inputs.tasks().stream().filter(task -> !existing.contains(task.result())).collect(
			Collectors.toList());
		List<ImageOutcome> outcomes = List.of();
		if (!missing.isEmpty()) {
			check(spark, network, params);
			outcomes = spark.parallelize(missing, missing.size()).map(new ImageDreams(network, params, guide == null ? "" : guide
				.getFileName().toString(), folder)).collect();
		}
		final boolean complete = report(inputs, outcomes, folder, out);
		return complete ? 0 : EXIT_INCOMPLETE;
	}

	private static void require(final DreamParams params) {
		if (!params.get(Parameter.SAVE).isEmpty()) throw new DreamException("save=... is not possible here: the results go to " +
			"the output folder; remove it.");
		if (params.is(Parameter.START, Start.NOISE)) throw new DreamException("start=noise reads no images: remove it, or use " +
			"the plugin's command line.");
		if (!params.is(Parameter.OUTPUT, Output.NEW)) throw new DreamException("output=[in place] is not possible here: the " +
			"results go to the output folder; remove it.");
		if (params.real(Parameter.COHERENCE) > 0) throw new DreamException("coherence=" + params.get(Parameter.COHERENCE) +
			" makes each frame depend on the frame before, so that they cannot be distributed: choose coherence=0, or use the " +
			"plugin's command line.");
		DreamSettings.of(params);
		OriginalSettings.of(params);
	}

	private static void requireNoInput(final List<ImageTask> tasks, final String folder) {
		final Set<String> results = tasks.stream().map(task -> Storage.child(folder, task.result())).collect(Collectors.toSet());
		for (final ImageTask task : tasks)
			if (results.contains(Storage.qualify(task.input()))) throw new DreamException("The result of " + task.label() +
				" would replace an input: give another output folder.");
	}

	/** Opens the network on one executor, so that an error in the parameters is reported once and not for each image. */
	private static void check(final JavaSparkContext spark, final SharedNetwork network, final DreamParams params) {
		final String fault = spark.parallelize(List.of(params), 1).map(p -> {
			try (DeepDream deepDream = network.deepDream()) {
				return fault(deepDream, p);
			}
		}).first();
		if (!fault.isEmpty()) throw new DreamException(fault);
	}

	/** A sentence, or nothing. */
	private static String fault(final DeepDream deepDream, final DreamParams params) {
		try {
			deepDream.check(params);
			deepDream.shares(params);
			return "";
		}
		catch (final DreamException exc) {
			return exc.message(Place.COMMAND_LINE);
		}
	}

	/** Copies the guide to all executors; null if there is none. */
	private static Path guide(final JavaSparkContext spark, final DreamParams params) {
		final String path = params.get(Parameter.GUIDE);
		if (path.isEmpty()) return null;
		final Path file = new Scratch().folder().resolve("guide-" + Storage.name(path));
		try (InputStream in = Storage.open(path)) {
			Files.copy(in, file);
		}
		catch (final IOException exc) {
			throw new DreamException("The guide " + path + " cannot be read: check its permissions.", exc);
		}
		if (ImageFiles.open(file.toString()) == null) throw new DreamException("The guide " + path +
			" is not an image that ImageJ can open: convert it to TIFF or PNG.");
		spark.addFile(file.toUri().toString());
		return file;
	}

	private static String sha256(final Path file) {
		try {
			return file == null ? "" : Sha256.of(file);
		}
		catch (final IOException exc) {
			throw new DreamException("The file " + file + " cannot be read: check its permissions.", exc);
		}
	}

	/** @return whether all results exist */
	private static boolean report(final ImageInputs inputs, final List<ImageOutcome> outcomes, final String folder,
		final PrintStream out)
	{
		outcomes.stream().flatMap(outcome -> outcome.notes().stream()).distinct().forEach(out::println);
		if (!inputs.omitted().isEmpty()) out.println("Not images: " + String.join(", ", inputs.omitted()));
		final List<String> failures = outcomes.stream().filter(outcome -> !outcome.failure().isEmpty()).map(outcome -> outcome
			.task().label() + ": " + outcome.failure()).collect(Collectors.toCollection(ArrayList::new));
		final Set<String> existing = Storage.names(folder);
		// what an executor wrote to a disk of its own
		outcomes.stream().filter(outcome -> outcome.failure().isEmpty() && !existing.contains(outcome.task().result())).forEach(
			outcome -> failures.add(outcome.task().label() + ": An executor wrote the result, but " + folder +
				" does not contain it: give a folder that all computers share."));
		failures.forEach(out::println);
		final int total = inputs.tasks().size();
		final int done = outcomes.size() - failures.size();
		out.println(folder + ": " + done + " of " + total + " dreamed, " + (total - outcomes.size()) +
			" existed, " + failures.size() + " failed");
		return failures.isEmpty();
	}
}
