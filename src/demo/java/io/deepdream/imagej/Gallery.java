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
package io.deepdream.imagej;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ImageProcessor;

import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Flag;
import io.deepdream.params.Parameter;

/**
 * Renders the pictures of docs/gallery.md from the macros below them.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test \
 *   -Dexec.mainClass=io.deepdream.imagej.Gallery -Dexec.args="docs/gallery.md IMAGES MODELS"
 * </pre>
 */
public final class Gallery {

	private static final int WIDTH = 300;
	private static final int QUALITY = 80;
	private static final Pattern ENTRY = Pattern.compile("!\\[[^\\]]+\\]\\((images/\\S+\\.jpg)\\)\\n\\n    " +
		"(?=open|run)(?:open\\(\"([^\"]+)\"\\);)? ?(?:run\\(\"([^\"]+)\", \"([^\"]+)\"\\);)?\\n");

	/** A picture and its macro. */
	static final class Entry {

		final String file;
		/** The input; null for a picture from noise. */
		final String image;
		/** Null for an unchanged input. */
		final DreamParams params;

		Entry(final Matcher entry) {
			file = entry.group(1);
			image = entry.group(2);
			params = entry.group(4) == null ? null : (image == null ? DreamParams.fromNoise() : DreamParams.defaults())
				.withOptions(entry.group(4));
		}
	}

	private Gallery() {}

	/** @param args page; folder of images; folder of networks; optionally a part of the names of the files to render */
	public static void main(final String... args) throws IOException {
		System.setProperty("java.awt.headless", "true");
		final Path page = Paths.get(args[0]);
		for (final Entry entry : entries(page))
			if (args.length < 4 || entry.file.contains(args[3])) render(entry, page.resolveSibling(entry.file), args[1], args[2]);
	}

	static List<Entry> entries(final Path page) throws IOException {
		final List<Entry> entries = new ArrayList<>();
		final Matcher matcher = ENTRY.matcher(Files.readString(page));
		while (matcher.find())
			entries.add(new Entry(matcher));
		return entries;
	}

	private static void render(final Entry entry, final Path file, final String images, final String models)
		throws IOException
	{
		final ImagePlus input = entry.image == null ? null : input(entry.image, images);
		final ImagePlus result = entry.params == null ? input : dream(input, entry.params, models);
		final boolean tile = entry.params != null && entry.params.is(Parameter.SEAMLESS, Flag.TRUE);
		Files.createDirectories(file.getParent());
		FileSaver.setJpegQuality(QUALITY);
		new FileSaver(tile ? copies(result) : result).saveAsJpeg(file.toString());
		System.out.println(file + ": " + Files.size(file) + " bytes");
	}

	/** Two by two copies of a seamless tile. */
	private static ImagePlus copies(final ImagePlus tile) {
		final int width = tile.getWidth();
		final int height = tile.getHeight();
		final ImageProcessor copies = tile.getProcessor().createProcessor(2 * width, 2 * height);
		for (int i = 0; i < 4; i++)
			copies.insert(tile.getProcessor(), i % 2 * width, i / 2 * height);
		return new ImagePlus(tile.getTitle(), copies);
	}

	private static ImagePlus dream(final ImagePlus input, final DreamParams params, final String models) {
		final File network = new File(models, params.get(Parameter.MODEL));
		return DreamJob.run(input, network.isFile() ? params.with(Parameter.MODEL, network.getPath()) : params,
			DreamListener.SILENT);
	}

	private static ImagePlus input(final String name, final String images) {
		if (name.equals("sky.png")) return SampleSky.draw(WIDTH, 200);
		final ImagePlus image = IJ.openImage(new File(images, name).getPath());
		final ImageProcessor ip = image.getProcessor();
		ip.setInterpolationMethod(ImageProcessor.BICUBIC);
		return new ImagePlus(image.getTitle(), ip.resize(WIDTH, WIDTH * ip.getHeight() / ip.getWidth(), true));
	}
}
