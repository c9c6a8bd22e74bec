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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;

import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

import io.deepdream.DeepDream;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.pixels.ImageFiles;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamException.Place;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.SliceRange;
import io.deepdream.spark.cluster.Scratch;
import io.deepdream.spark.cluster.SharedNetwork;
import io.deepdream.spark.cluster.Storage;

/**
 * Dreams an image on an executor, as the command line does. An image that cannot be dreamed has a sentence instead of a
 * result; an exception means that the executor or the storage failed, and Spark repeats the task.
 */
final class ImageDreams implements Function<ImageTask, ImageOutcome> {

	private static final long serialVersionUID = 1L;

	private final SharedNetwork network;
	private final DreamParams params;
	/** Among Spark's files; empty without a guide. */
	private final String guide;
	private final String folder;

	/** @param folder of the results, as a complete URI */
	ImageDreams(final SharedNetwork network, final DreamParams params, final String guide, final String folder) {
		this.network = network;
		this.params = params;
		this.guide = guide;
		this.folder = folder;
	}

	@Override
	public ImageOutcome call(final ImageTask task) {
		// for good, since the threads of an executor would reset it for each other
		IJ.redirectErrorMessages(true);
		final DeepDream deepDream = network.deepDream();
		final Progress progress = new Progress();
		try (Scratch scratch = new Scratch()) {
			final Path result = scratch.folder().resolve("result").resolve(task.result());
			final String failure = dream(task, deepDream, scratch, result, progress);
			if (failure.isEmpty()) Storage.write(Storage.child(folder, task.result()), out -> Files.copy(result, out));
			return new ImageOutcome(task, failure, progress.notes);
		}
	}

	/** @return a sentence if there is no result */
	private String dream(final ImageTask task, final DeepDream deepDream, final Scratch scratch, final Path result,
		final Progress progress)
	{
		try {
			Files.createDirectories(result.getParent());
			final ImagePlus image = open(task, scratch);
			final ImagePlus guideImage = guide.isEmpty() ? null : ImageFiles.open(SparkFiles.get(guide));
			DreamParams all = params.with(Parameter.SAVE, result.toString());
			if (task.frame() > 0) all = all.with(Parameter.SLICES, SliceRange.ALL);
			DreamJob.run(image, deepDream, guideImage, all, progress);
			requireRunning();
			return progress.done < 1 ? "Not all octaves were finished: " + String.join(" ", progress.notes) : "";
		}
		catch (final DreamException exc) {
			requireRunning();
			return exc.message(Place.COMMAND_LINE);
		}
		catch (final IOException exc) {
			throw new DreamException("The temporary folder " + scratch.folder() + " cannot be written: free disk space.", exc);
		}
		catch (final RuntimeException exc) {
			requireRunning();
			// one image, such as a damaged one, must not end the job
			return "ImageJ cannot process the image (" + exc + "): convert it to TIFF or PNG.";
		}
	}

	private static ImagePlus open(final ImageTask task, final Scratch scratch) {
		if (task.frame() > 0) return Film.open(task.input()).frame(task.frame());
		final ImagePlus image = ImageFiles.open(scratch.copy(task.input()).toString());
		if (image == null) throw new DreamException("The file is damaged, or not an image that ImageJ can open: replace it, or " +
			"convert it to TIFF or PNG.");
		return image;
	}

	/** Ends a task that Spark has cancelled. */
	private static void requireRunning() {
		TaskContext.get().killTaskIfInterrupted();
	}

	private static final class Progress implements DreamListener {

		private final List<String> notes = new ArrayList<>();
		private double done;

		@Override
		public boolean isCancelled() {
			return TaskContext.get().isInterrupted();
		}

		@Override
		public void progress(final double share, final int octave, final int octaves, final int step, final int steps,
			final double score)
		{
			done = share;
		}

		@Override
		public void note(final String sentence) {
			notes.add(sentence);
		}
	}
}
