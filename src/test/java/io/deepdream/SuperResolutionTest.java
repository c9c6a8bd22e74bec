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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.tensorflow.graph.DecoderGraphs;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.image.Picture;
import io.deepdream.imagej.job.LayerTable;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The facade with a layer that has several positions for each pixel of the image. */
class SuperResolutionTest {

	@TempDir
	Path folder;

	private DeepDream open(final SmallGraphs graph) {
		return DeepDream.open(graph.save(folder, new Properties()), DreamListener.SILENT);
	}

	private static SmallGraphs espcn() {
		return DecoderGraphs.espcn(new SmallGraphs(11), 3);
	}

	private static Picture picture(final int width, final int height) {
		final Picture picture = Picture.create(width, height);
		for (int i = 0; i < picture.data().length; i++)
			picture.data()[i] = (float) (128 + 60 * Math.sin(0.07 * i) + 40 * Math.sin(0.9 * (i / 3 % width)));
		return picture;
	}

	private static Picture dream(final DeepDream deepDream, final String options) {
		return deepDream.dream(picture(109, 83), DreamParams.parse("layer=c " + options), DreamListener.SILENT).picture();
	}

	/** Several octaves, whose sizes are no multiples of the tile. */
	@Test
	void tiledDreamsEqualNaiveOnes() {
		try (DeepDream deepDream = open(espcn())) {
			for (final String channels : new String[] { "all", "1" }) {
				final String options = "channels=" + channels + " octaves=3 iterations=2 jitter=0 ";
				final float[] naive = dream(deepDream, options + "mode=naive").data();
				final float[] tiled = dream(deepDream, options + "mode=tiled tile=32 overlap=exact").data();
				for (int i = 0; i < naive.length; i++)
					assertEquals(naive[i], tiled[i], 0.02, "in grey levels");
			}
		}
	}

	@Test
	void guidedDreamsAndNoise() {
		try (DeepDream deepDream = open(espcn())) {
			final DreamParams params = DreamParams.parse("layer=c octaves=1 iterations=1");
			assertEquals(40, deepDream.dream(picture(40, 30), picture(200, 150), params, DreamListener.SILENT).picture()
				.width());
			assertEquals(50, dream(deepDream, "start=noise width=50 height=40 smooth=3 octaves=2 iterations=2").width());
			assertEquals(2, deepDream.variations(DreamParams.parse(
				"layer=c start=noise width=50 height=40 octaves=1 iterations=2 variations=2 diversity=1"), DreamListener.SILENT)
				.size());
		}
	}

	/** Each picture increases its own channel. */
	@Test
	void picturesOfChannels() {
		try (DeepDream deepDream = open(espcn())) {
			final LayerInfo layer = deepDream.layer(DreamParams.parse("layer=c"));
			final List<Picture> pictures = new ArrayList<>();
			assertTrue(deepDream.renderChannels(layer, List.of(0, 1), DreamParams.of(Task.ATLAS).withOptions(
				"width=48 height=40 octaves=2 iterations=20"), List.of(), DreamListener.SILENT, (channel, picture, score,
					origin) -> pictures.add(picture)));
			for (int channel = 0; channel < 2; channel++)
				assertTrue(mean(deepDream, layer, pictures.get(channel), channel) > mean(deepDream, layer, pictures.get(1 -
					channel), channel));
		}
	}

	private static double mean(final DeepDream deepDream, final LayerInfo layer, final Picture picture,
		final int channel)
	{
		final float[] values = deepDream.activations(layer, picture).values();
		double sum = 0;
		for (int i = channel; i < values.length; i += layer.channels())
			sum += values[i];
		return sum / (values.length / layer.channels());
	}

	@Test
	void theTableOfLayersShowsFractions() {
		try (DeepDream deepDream = open(espcn())) {
			final List<String> rows = LayerTable.rows(deepDream.layers());
			assertEquals("c\t2\t1/3\t7", rows.get(rows.size() - 1));
		}
	}

	@Test
	void picturesThatAreTooSmallAreRefused() {
		final SmallGraphs graph = new SmallGraphs(11).conv("a", 9, 9, 3, 8, 1, "VALID").other("DepthToSpace", "c", n -> n
			.putAttr("block_size", org.tensorflow.proto.AttrValue.newBuilder().setI(2).build()));
		try (DeepDream deepDream = open(graph)) {
			final String message = assertThrows(DreamException.class, () -> deepDream.dream(picture(8, 40), DreamParams.parse(
				"layer=c octaves=1"), DreamListener.SILENT)).getMessage();
			assertTrue(message.contains("too small for layer c, which has no position in it:"), message);
		}
	}
}
