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

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import io.deepdream.image.Picture;

/** Reads and writes images as JPEG and PNG files. */
final class ImageFiles {

	private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png");

	private ImageFiles() {}

	/** All image files in a folder and its subfolders, sorted. */
	static List<Path> below(final Path folder) throws IOException {
		try (Stream<Path> found = Files.walk(folder)) {
			return found.filter(Files::isRegularFile).filter(f -> EXTENSIONS.contains(extension(f))).sorted().collect(Collectors
				.toList());
		}
	}

	private static String extension(final Path file) {
		final String name = file.getFileName().toString();
		return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

	/** File name without its extension. */
	static String title(final Path file) {
		return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
	}

	/** @throws IOException if Java cannot read the file as an image */
	static Picture read(final Path file) throws IOException {
		final BufferedImage image = ImageIO.read(file.toFile());
		if (image == null) throw new IOException(file + " is not a JPEG or PNG image");
		final Picture picture = Picture.create(image.getWidth(), image.getHeight());
		final float[] data = picture.data();
		// getRGB would brighten 8-bit gray, because Java assumes a linear colour space for it
		final Raster gray = image.getType() == BufferedImage.TYPE_BYTE_GRAY ? image.getRaster() : null;
		int i = 0;
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++) {
				final int rgb = gray == null ? image.getRGB(x, y) : gray.getSample(x, y, 0) * 0x10101;
				for (int shift = 16; shift >= 0; shift -= 8)
					data[i++] = rgb >> shift & 0xff;
			}
		return picture;
	}

	/** The central square. */
	static Picture centre(final Picture picture, final int side) {
		final int width = picture.width();
		final int height = picture.height();
		if (Math.min(width, height) < side) throw new IllegalArgumentException("an image of " + width + "x" + height +
			" pixels has no square of " + side);
		final Picture result = Picture.create(side, side);
		for (int y = 0; y < side; y++)
			System.arraycopy(picture.data(), 3 * ((y + (height - side) / 2) * width + (width - side) / 2), result.data(), 3 * y
				* side, 3 * side);
		return result;
	}

	static void writePng(final Picture picture, final Path file) throws IOException {
		final int width = picture.width();
		final BufferedImage image = new BufferedImage(width, picture.height(), BufferedImage.TYPE_INT_RGB);
		final float[] data = picture.data();
		for (int i = 0; i < data.length; i += 3) {
			int rgb = 0;
			for (int c = 0; c < 3; c++)
				rgb = rgb << 8 | Math.max(0, Math.min(255, Math.round(data[i + c])));
			image.setRGB(i / 3 % width, i / 3 / width, rgb);
		}
		ImageIO.write(image, "png", file.toFile());
	}
}
