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
package io.deepdream.imagej.pixels;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;

/**
 * An array of NumPy as an image: height x width, or height x width x channels, after any
 * axes of length 1. Test images of bioimage.io packages are such files. Source: NumPy's
 * format description, versions 1 to 3.
 */
final class NumpyImage {

	private static final byte[] SIGNATURE = { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y' };
	private static final Pattern TYPE = Pattern.compile("'descr': *'([<>|=]?)(?!f1)([fiub])([1248])'");
	private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([\\d, ]*)\\)");
	private static final int MAX_CHANNELS = 64;

	private NumpyImage() {}

	/** @throws IOException if the file is no such array */
	static ImagePlus open(final Path file) throws IOException {
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
		if (bytes.remaining() < 12 || !Arrays.equals(Arrays.copyOf(bytes.array(), SIGNATURE.length), SIGNATURE))
			throw new IOException("no signature of NumPy");
		// version 1 has a length of two bytes, later ones four
		final boolean first = bytes.get(SIGNATURE.length) == 1;
		final int start = first ? 10 : 12;
		final int length = first ? bytes.getShort(8) & 0xffff : bytes.getInt(8);
		if (length < 0 || length > bytes.limit() - start) throw new IOException("cut off");
		final String header = new String(bytes.array(), start, length, StandardCharsets.UTF_8);
		final Matcher type = TYPE.matcher(header);
		final Matcher shape = SHAPE.matcher(header);
		if (!type.find() || !shape.find() || header.contains("'fortran_order': True")) throw new IOException(
			"not an array of numbers in C order");
		bytes.position(start + length);
		if (type.group(1).equals(">")) bytes.order(ByteOrder.BIG_ENDIAN);
		final int[] size = size(shape.group(1));
		final int width = Integer.parseInt(type.group(3));
		if ((long) size[0] * size[1] * size[2] * width != bytes.remaining()) throw new IOException("cut off");
		return image(file.getFileName().toString(), size, bytes, type.group(2).charAt(0), width);
	}

	/** Height, width and channels. */
	private static int[] size(final String shape) throws IOException {
		final int[] all = Arrays.stream(shape.split(",")).map(String::trim).filter(text -> !text.isEmpty()).mapToInt(
			Integer::parseInt).toArray();
		int from = 0;
		while (all.length - from > 2 && all[from] == 1)
			from++;
		final int axes = all.length - from;
		if (axes < 2 || axes > 3 || axes == 3 && all[from + 2] > MAX_CHANNELS || Arrays.stream(all).anyMatch(n -> n < 1))
			throw new IOException("not an image");
		return new int[] { all[from], all[from + 1], axes == 3 ? all[from + 2] : 1 };
	}

	private static ImagePlus image(final String title, final int[] size, final ByteBuffer bytes, final char kind,
		final int width)
	{
		final int channels = size[2];
		final float[][] planes = new float[channels][size[0] * size[1]];
		for (int i = 0; i < planes[0].length; i++)
			for (int c = 0; c < channels; c++)
				planes[c][i] = value(bytes, kind, width);
		final ImageStack stack = new ImageStack(size[1], size[0]);
		for (final float[] plane : planes)
			stack.addSlice(new FloatProcessor(size[1], size[0], plane));
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(channels, 1, 1);
		image.resetDisplayRange();
		return channels == 1 || channels > CompositeImage.MAX_CHANNELS ? image : new CompositeImage(image,
			CompositeImage.COMPOSITE);
	}

	private static float value(final ByteBuffer bytes, final char kind, final int width) {
		if (kind == 'f') return width == 2 ? half(bytes.getShort()) : width == 4 ? bytes.getFloat() : (float) bytes.getDouble();
		final long value = width == 1 ? bytes.get() : width == 2 ? bytes.getShort() : width == 4 ? bytes.getInt() : bytes
			.getLong();
		return kind != 'i' && width < 8 ? value & (1L << 8 * width) - 1 : value;
	}

	/** IEEE 754 binary16. */
	private static float half(final short bits) {
		final int exponent = bits >> 10 & 0x1f;
		final int fraction = bits & 0x3ff;
		final double size = exponent == 0 ? Math.scalb((double) fraction, -24) : exponent == 0x1f ? fraction == 0
			? Double.POSITIVE_INFINITY : Double.NaN : Math.scalb(1024. + fraction, exponent - 25);
		return (float) (bits < 0 ? -size : size);
	}
}
