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

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.plugin.AVI_Reader;
import ij.plugin.Duplicator;
import ij.plugin.FileInfoVirtualStack;

import io.deepdream.imagej.pixels.ImageFiles;
import io.deepdream.params.DreamException;
import io.deepdream.spark.cluster.Scratch;
import io.deepdream.spark.cluster.Storage;

/**
 * A stack or a film. AVI files, and TIFF files of one channel with 8 bits or RGB, are read frame by frame; others are read
 * as a whole. A process opens a film once.
 */
final class Film {

	private static final Map<String, Film> OPEN = new ConcurrentHashMap<>();

	private final ImagePlus image;

	private Film(final ImagePlus image) {
		this.image = image;
	}

	/** @throws DreamException if ImageJ cannot open the file */
	static Film open(final String uri) {
		return OPEN.computeIfAbsent(uri, key -> {
			// the copy remains until Spark deletes it, since frames are read from it
			final ImagePlus image = read(new Scratch().copy(uri));
			if (image == null) throw new DreamException("The file " + Storage.name(uri) +
				" is not an image or a film that ImageJ can open: convert it to TIFF, PNG or AVI (motion JPEG or uncompressed).");
			return new Film(image);
		});
	}

	private static ImagePlus read(final Path file) {
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		if (name.endsWith(".avi")) return AVI_Reader.openVirtual(file.toString());
		if (name.matches(".*\\.tiff?")) {
			final ImagePlus image = FileInfoVirtualStack.openVirtual(file.toString());
			if (image != null && image.getStackSize() > 1 && isPlain(image)) return image;
		}
		return ImageFiles.open(file.toString());
	}

	/** Whether ImageJ displays a frame alike, whether it has read the others or not. */
	private static boolean isPlain(final ImagePlus image) {
		return !(image instanceof CompositeImage) && image.getNChannels() == 1 && (image.getBitDepth() == 8 || image
			.getBitDepth() == 24);
	}

	/** The number of positions, each with all channels. */
	int frames() {
		return image.getNSlices() * image.getNFrames();
	}

	/** @param frame from 1; slices of the same time follow each other */
	synchronized ImagePlus frame(final int frame) {
		final int z = (frame - 1) % image.getNSlices() + 1;
		final int t = (frame - 1) / image.getNSlices() + 1;
		final ImagePlus single = new Duplicator().run(image, 1, image.getNChannels(), z, z, t, t);
		single.setTitle(image.getTitle());
		return single;
	}
}
