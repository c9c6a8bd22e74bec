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
package io.deepdream.engine.tensorflow.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Properties;

import io.deepdream.DeepDream;
import io.deepdream.NoteTaker;
import io.deepdream.dream.Dream;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network without padding and with stride 4, which needs at least 59 pixels for one position. */
class ValidPaddingTest {

	@TempDir
	Path folder;

	private Dream dream(final String options, final DreamListener listener) {
		final String file = new SmallGraphs(3).conv("a", 7, 7, 3, 8, 2, "VALID").conv("b", 5, 5, 8, 8, 2, "VALID").conv("c",
			12, 12, 8, 4, 1, "VALID").save(folder, new Properties()).location();
		final Picture picture = Picture.create(141, 118);
		final float[] data = picture.data();
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (128 + 90 * Math.sin(0.37 * i) * Math.cos(0.0011 * i));
		try (DeepDream deepDream = DeepDream.open(file)) {
			return deepDream.dream(picture, DreamParams.parse("layer=c channels=1 jitter=0 iterations=1 " + options),
				listener);
		}
	}

	@Test
	void octavesWithoutAnyPositionAreSkipped() {
		final NoteTaker taker = new NoteTaker();
		final Dream dream = dream("octaves=8 ratio=1.3 mode=naive", taker);
		// 141x118, 108x91, 83x70 have positions; 64x54 has none
		assertEquals(3, dream.octaves());
		assertTrue(taker.notes().get(0).contains("Of 8 octaves only 3"), taker.notes().toString());
	}

	@Test
	void narrowTilesStillCountEveryPosition() {
		final double whole = dream("octaves=1 mode=naive", DreamListener.SILENT).scores().get(0);
		for (final String overlap : new String[] { "0", "8", "exact" })
			assertEquals(whole, dream("octaves=1 tile=32 overlap=" + overlap, DreamListener.SILENT).scores().get(0), 1e-3 * Math
				.abs(whole), overlap);
	}
}
