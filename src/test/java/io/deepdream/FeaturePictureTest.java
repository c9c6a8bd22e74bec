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
package io.deepdream;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import io.deepdream.dream.ChannelRenderer;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.image.Moments;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;
import io.deepdream.params.settings.DreamSettings;

import org.junit.jupiter.api.Test;

/**
 * A channel's picture activates the channel more than any photograph does.
 * <p>
 * A channel's activation is its mean over all positions, before the ReLU, minus the
 * mean of all channels of the layer. The unit is the standard deviation over all
 * channels' activations in the photograph; it is used for the picture too, because a
 * picture that raises one channel alone would have a larger standard deviation. For
 * every pair of an atlas picture and a whole photograph, the activation in the picture
 * must be at least three units, and at least three times that in the photograph.
 * </p>
 */
class FeaturePictureTest {

	private static final int SIZE = 112;
	private static final String LAYER = "mixed4d_3x3_bottleneck_pre_relu";
	private static final List<Integer> CHANNELS = Arrays.asList(1, 20, 25, 55, 88, 110, 121, 139);
	private static final double MIN_RATIO = 3;

	private static float[] means(final GradientEngine engine, final float[] pixels, final int width, final int height) {
		return ChannelMeans.of(engine.activations(LAYER, pixels, width, height));
	}

	private static float[] pixels(final BufferedImage image) {
		final Raster raster = image.getRaster();
		final float[] pixels = new float[3 * image.getWidth() * image.getHeight()];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = raster.getSample(i / 3 % image.getWidth(), i / 3 / image.getWidth(), raster.getNumBands() < 3 ? 0 : i %
				3);
		return pixels;
	}

	@Test
	void activatesItsChannelThreeTimesAsMuchAsAnyPhotograph() throws Exception {
		final List<BufferedImage> photographs = new ArrayList<>();
		for (final File file : Shared.file("images/natural/chelsea.png").getParent().toFile().listFiles())
			photographs.add(ImageIO.read(file));
		assertTrue(photographs.size() > 5);
		try (GradientEngine engine = Engines.open(ModelCatalogue.find(Shared.googleNet()))) {
			final List<float[]> others = photographs.stream().map(photograph -> means(engine, pixels(photograph), photograph
				.getWidth(), photograph.getHeight())).collect(Collectors.toList());
			final LayerInfo layer = engine.layers().stream().filter(l -> l.name().equals(LAYER)).collect(Collectors.toList())
				.get(0);
			new ChannelRenderer(engine, layer, DreamSettings.of(DreamParams.of(Task.ATLAS)), DreamListener.SILENT, List.of(), Long.MAX_VALUE)
				.run(CHANNELS, (channel, picture, score, origin) -> {
				final float[] own = means(engine, picture.data(), SIZE, SIZE);
				for (final float[] other : others) {
					final Moments moments = Moments.of(other, other.length);
					final double inPicture = (own[channel] - Moments.of(own, own.length).mean()) / moments.std();
					final double inPhotograph = (other[channel] - moments.mean()) / moments.std();
					assertTrue(inPicture >= MIN_RATIO * inPhotograph && inPicture >= MIN_RATIO, "channel " + channel + ": " + inPicture +
						" in its picture, " + inPhotograph + " in a photograph");
				}
			});
		}
	}
}
