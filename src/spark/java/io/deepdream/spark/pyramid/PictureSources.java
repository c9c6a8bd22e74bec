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
package io.deepdream.spark.pyramid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaSparkContext;

import io.deepdream.image.Picture;
import io.deepdream.imagej.input.ValueLimits;
import io.deepdream.params.DreamException;
import io.deepdream.spark.cluster.Storage;

/** Opens stored pictures; the content of a file determines its format, not the name. */
public final class PictureSources {

	/** Of the blocks in which the values of a picture are searched for their limits. */
	private static final int BLOCK_SIDE = 1024;
	private static final int PEEKED_BYTES = 256;

	private PictureSources() {}

	/**
	 * Opens a TIFF, BigTIFF, PNG or JPEG file, a Deep Zoom description (.dzi), or a folder with one.
	 *
	 * @param spark reads 16-bit pictures once for their limits, unless ImageJ has stored a display range
	 * @throws DreamException if there is no such file, or it is damaged or has an unsupported type
	 */
	public static PictureSource open(final JavaSparkContext spark, final String uri) {
		final FileStatus[] files = Storage.list(uri);
		if (files.length == 1 && !files[0].getPath().getName().endsWith("_files")) return file(spark, files[0]);
		final FileStatus[] descriptions = Arrays.stream(files).filter(f -> f.getPath().getName().endsWith(".dzi")).toArray(
			FileStatus[]::new);
		if (descriptions.length != 1) throw new DreamException("The folder " + uri + " has " + descriptions.length +
			" Deep Zoom descriptions (.dzi): give a picture file or one description.");
		return file(spark, descriptions[0]);
	}

	private static PictureSource file(final JavaSparkContext spark, final FileStatus file) {
		final String uri = file.getPath().toString();
		final byte[] start = start(uri);
		final String text = new String(start, StandardCharsets.ISO_8859_1);
		if (text.startsWith("II*\0") || text.startsWith("MM\0*") || text.startsWith("II+\0") || text.startsWith("MM\0+"))
			return tiff(spark, new TiffSource(uri, file.getLen()));
		if (text.startsWith("\u0089PNG")) return image(spark, new WholeImageSource(uri, "png", file.getLen()));
		if (text.startsWith("\u00ff\u00d8\u00ff")) return image(spark, new WholeImageSource(uri, "jpeg", file.getLen()));
		if (new String(start, StandardCharsets.UTF_8).matches("(?s)\\uFEFF?\\s*<.*")) return new DeepZoomSource(uri);
		throw new DreamException(uri + " is neither TIFF, PNG, JPEG nor a Deep Zoom description: convert it to TIFF.");
	}

	private static byte[] start(final String uri) {
		try (FSDataInputStream in = Storage.open(uri)) {
			return in.readNBytes(PEEKED_BYTES);
		}
		catch (final IOException exc) {
			throw new DreamException(uri + " cannot be read (" + exc.getMessage() + "): check the file.", exc);
		}
	}

	private static PictureSource tiff(final JavaSparkContext spark, final TiffSource source) {
		if (source.displayed() != null) return DerivedSource.scaled(source, source.displayed());
		return source.isDeep() ? DerivedSource.scaled(source, extremes(spark, source)) : source;
	}

	private static PictureSource image(final JavaSparkContext spark, final WholeImageSource source) {
		return source.isDeep() ? DerivedSource.scaled(source, extremes(spark, source)) : source;
	}

	/** Minimum and maximum of the values, in which ImageJ displays pictures of 16 bits. */
	private static ValueLimits extremes(final JavaSparkContext spark, final PictureSource source) {
		final BlockGrid grid = new BlockGrid(source.width(), source.height(), BLOCK_SIDE);
		final float[] limits = spark.parallelize(grid.blocks()).map(block -> extremes(source.read(grid.x(block), grid.y(block),
			grid.width(block), grid.height(block)))).reduce((a, b) -> new float[] { Math.min(a[0], b[0]), Math.max(a[1], b[1]) });
		return new ValueLimits(limits[0], limits[1]);
	}

	private static float[] extremes(final Picture picture) {
		float min = Float.POSITIVE_INFINITY;
		float max = Float.NEGATIVE_INFINITY;
		for (final float value : picture.data()) {
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		return new float[] { min, max };
	}
}
