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
package io.deepdream.imagej.website;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

import ij.ImagePlus;

import io.deepdream.DeepDream;
import io.deepdream.dream.ChannelActivations;
import io.deepdream.engine.Activations;
import io.deepdream.engine.Axis;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.image.Picture;
import io.deepdream.image.Resampler;
import io.deepdream.image.ValueRange;
import io.deepdream.imagej.input.NetworkInput;
import io.deepdream.imagej.pixels.PictureStack;
import io.deepdream.imagej.pixels.Planes;

/** An image in which the parts are found that activate channels most. Large ones are reduced. */
public final class ExampleImage {

	private static final int MAX_SIDE = 512;

	private final String name;
	private final Picture picture;

	/** @param name unique among the images of a website */
	public ExampleImage(final String name, final ImagePlus image, final DeepDream deepDream) {
		this.name = name;
		final Picture full = Planes.current(image, NetworkInput.of(deepDream)).picture(new Rectangle(image.getWidth(), image
			.getHeight()));
		final double scale = Math.min(1, (double) MAX_SIDE / full.size().longerSide());
		picture = Resampler.resize(full, (int) Math.max(1, Math.round(scale * full.width())), (int) Math.max(1, Math.round(
			scale * full.height())));
		// cubic convolution overshoots at edges
		picture.clamp(ValueRange.including(full));
	}

	/** Adds this image's strongest activation of every channel. */
	public Examples search(final DeepDream deepDream, final List<LayerInfo> layers) {
		final Examples examples = new Examples();
		for (final LayerInfo layer : layers) {
			final Activations activations = deepDream.activations(layer, picture);
			final ChannelActivations statistics = new ChannelActivations(activations, null);
			final ReceptiveField across = deepDream.receptiveField(layer, Axis.WIDTH, picture.width());
			final ReceptiveField down = deepDream.receptiveField(layer, Axis.HEIGHT, picture.height());
			for (int c = 0; c < layer.channels(); c++) {
				final int x = statistics.maxPosition(c) % activations.width();
				final int y = statistics.maxPosition(c) / activations.width();
				final Rectangle field = new Rectangle(across.first(x), down.first(y), across.last(x) - across.first(x) + 1, down
					.last(y) - down.first(y) + 1).intersection(new Rectangle(picture.width(), picture.height()));
				examples.add(layer.name(), c, new Example(name, statistics.max(c), field.x, field.y, Math.max(1, field.width), Math
					.max(1, field.height)));
			}
		}
		return examples;
	}

	/** Writes those of the examples that are parts of this image. */
	public void write(final Examples examples, final SiteFiles files) {
		final BufferedImage pixels = PictureStack.displayed(picture).getBufferedImage();
		examples.each((layer, channel, number, example) -> {
			if (!example.image().equals(name)) return;
			files.write(SitePaths.example(layer, channel, number), copy(pixels.getSubimage(example.left(), example.top(), example
				.width(), example.height())));
		});
	}

	/** Of a part of an image, because the JPEG writer would write the whole raster of some types. */
	private static BufferedImage copy(final BufferedImage part) {
		final BufferedImage copy = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_RGB);
		copy.getGraphics().drawImage(part, 0, 0, null);
		return copy;
	}
}
