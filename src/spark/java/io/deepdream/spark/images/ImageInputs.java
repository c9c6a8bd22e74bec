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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.hadoop.fs.FileStatus;

import io.deepdream.params.DreamException;
import io.deepdream.spark.cluster.Storage;

/** The tasks of an input: a folder, a glob, a single image, or the frames of a stack or film. */
final class ImageInputs {

	/** Others in a folder, such as text files, are left out. */
	private static final List<String> TYPES = Arrays.asList("png", "jpg", "jpeg", "bmp", "tif", "tiff", "gif", "avi", "npy",
		"pgm", "ppm", "pbm", "pnm", "dcm", "dic", "dicom", "fits", "fit", "fts");

	private final List<ImageTask> tasks = new ArrayList<>();
	private final List<String> omitted = new ArrayList<>();

	/** @throws DreamException if there are no images, or two have results of the same name */
	ImageInputs(final String uri) {
		final boolean folder = Storage.isFolder(uri);
		final FileStatus[] files = Arrays.stream(Storage.list(uri)).filter(FileStatus::isFile).toArray(FileStatus[]::new);
		if (!folder && Storage.exists(uri)) single(files[0].getPath().toString());
		else for (final FileStatus file : files) {
			final String name = file.getPath().getName();
			if (folder && !isImage(name)) omitted.add(name);
			else tasks.add(new ImageTask(file.getPath().toString(), 0, ResultName.of(name)));
		}
		if (tasks.isEmpty()) throw new DreamException("There are no images in " + uri + ": give a folder with files of the types " +
			String.join(", ", TYPES) + ", or a pattern such as folder/*.");
		requireDistinctResults();
	}

	private static boolean isImage(final String name) {
		return TYPES.contains(ResultName.type(name));
	}

	private void single(final String file) {
		final String name = Storage.name(file);
		final int frames = Film.open(file).frames();
		if (frames == 1) tasks.add(new ImageTask(file, 0, ResultName.of(name)));
		else for (int frame = 1; frame <= frames; frame++)
			tasks.add(new ImageTask(file, frame, ResultName.of(name, frame)));
	}

	private void requireDistinctResults() {
		final Map<String, ImageTask> results = new LinkedHashMap<>();
		for (final ImageTask task : tasks) {
			final ImageTask other = results.put(task.result(), task);
			if (other != null) throw new DreamException("The images " + other.label() + " and " + task.label() +
				" would both have the result " + task.result() + ": rename one of them, or give a pattern such as folder/*.jpg.");
		}
	}

	List<ImageTask> tasks() {
		return tasks;
	}

	/** The names of files in the folder that are not images. */
	List<String> omitted() {
		return omitted;
	}
}
