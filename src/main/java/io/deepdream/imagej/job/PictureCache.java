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
package io.deepdream.imagej.job;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import javax.imageio.ImageIO;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

import io.deepdream.dream.ChannelRenderer;
import io.deepdream.dream.ChannelRenderer.Origin;
import io.deepdream.model.Sha256;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.SystemSettings;

/**
 * Disk cache of channel pictures: files CHANNEL_SCORE.png in one folder per network,
 * layer, set of parameters and version of the renderer. Unreadable files are rendered
 * again; write errors are ignored.
 */
public final class PictureCache {

	private final Path folder;

	/**
	 * @param sha256 of the network
	 * @param params of the atlas task; model, layer, channels and save are not part of
	 *          the cache key
	 */
	public PictureCache(final String sha256, final String layer, final DreamParams params) {
		final String cacheKey = ChannelRenderer.VERSION + " " + sha256 + " " + layer + " " + params.with(Parameter.MODEL, "")
			.with(Parameter.LAYER, "").with(Parameter.CHANNELS, "all").with(Parameter.SAVE, "").toOptions();
		folder = SystemSettings.channels().resolve(Sha256.of(cacheKey.getBytes(StandardCharsets.UTF_8)).substring(0, 24));
	}

	/** Null if not cached. */
	public ChannelPicture get(final int channel) {
		if (!Files.isDirectory(folder)) return null;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, channel + "_*.png")) {
			for (final Path file : files) {
				final String name = file.getFileName().toString();
				final String[] parts = name.substring(0, name.length() - ".png".length()).split("_", 3);
				final BufferedImage image = ImageIO.read(file.toFile());
				if (image != null) return new ChannelPicture(channel, processor(image), Double.parseDouble(parts[1]), Origin
					.valueOf(parts[2]));
			}
		}
		catch (final IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException exc) {
			// rendered again
		}
		return null;
	}

	private static ImageProcessor processor(final BufferedImage image) {
		return image.getRaster().getNumBands() == 1 ? new ByteProcessor(image) : new ColorProcessor(image);
	}

	void put(final ChannelPicture picture) {
		try {
			Files.createDirectories(folder);
			// an atomic rename, so that other processes never read an incomplete file
			final Path temporary = Files.createTempFile(folder, "picture", ".tmp");
			ImageIO.write(picture.pixels().getBufferedImage(), "png", temporary.toFile());
			Files.move(temporary, folder.resolve(String.format(Locale.ROOT, "%d_%.6g_%s.png", picture.channel(), picture.score(),
				picture.origin())),
				StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final IOException exc) {
			// not cached
		}
	}
}
