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

import java.util.Locale;

import org.apache.spark.api.java.JavaSparkContext;

import io.deepdream.params.DreamException;
import io.deepdream.spark.cluster.Storage;

/** Results by the name of the output. */
public final class PictureSinks {

	/** Setting of Spark: png, lossless, or jpeg. */
	private static final String TILES = "spark.deepdream.tiles";

	private PictureSinks() {}

	/**
	 * A Deep Zoom pyramid for a name with the suffix .dzi, or in a folder for a name without suffix; a BigTIFF file for .tif
	 * and .tiff.
	 *
	 * @throws DreamException for another suffix
	 */
	public static PictureSink of(final JavaSparkContext spark, final String uri) {
		final TileFormat format = TileFormat.of(spark.getConf().get(TILES, "png"));
		final String path = uri.replaceFirst("/+$", "");
		final String name = Storage.name(path);
		final String lower = name.toLowerCase(Locale.ROOT);
		if (lower.endsWith(".tif") || lower.endsWith(".tiff")) return new BigTiffSink(path);
		if (lower.endsWith(".dzi")) {
			final String base = path.substring(0, path.length() - ".dzi".length());
			return new DeepZoomSink(Storage.name(base), path, base + ".html", format);
		}
		if (lower.matches(".*\\.(png|jpe?g|bmp|gif|webp|zarr|n5|ome|btf|svs|npy)")) throw new DreamException("The result " + name +
			" has a suffix of no format that is written: use .dzi or no suffix for a Deep Zoom pyramid, or .tif for BigTIFF.");
		return new DeepZoomSink(name, Storage.child(path, "picture.dzi"), Storage.child(path, "index.html"), format);
	}
}
