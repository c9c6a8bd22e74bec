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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.deepdream.image.Picture;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

import org.junit.jupiter.api.Test;

/** A cached or shared network gives the same dreams as a newly opened one. */
class CachedNetworksDreamTest {

	private static final String[] DREAMS = { "layer=mixed3a octaves=2 iterations=3 seed=4",
		"layer=mixed3b channels=6 octaves=1 iterations=3", "layer=mixed3a octaves=2 iterations=3 seed=4 tile=64" };

	private static float[] dream(final DeepDream network, final String options) {
		try (DeepDream deepDream = network) {
			final Random random = new Random(1);
			final float[] x = new float[3 * 96 * 80];
			for (int i = 0; i < x.length; i++)
				x[i] = 100 + 50 * random.nextFloat();
			return deepDream.dream(Picture.of(x, 96, 80), DreamParams.parse(options), DreamListener.SILENT).picture().data();
		}
	}

	private static float[] alone(final String options) {
		return dream(DeepDream.open(ModelCatalogue.find(ModelCatalogue.EMBEDDED), DreamListener.SILENT), options);
	}

	private static float[] shared(final String options) {
		return dream(DeepDream.open(ModelCatalogue.EMBEDDED), options);
	}

	@Test
	void sequentially() {
		for (final String options : DREAMS) {
			final float[] expected = alone(options);
			assertArrayEquals(expected, shared(options), options);
			assertThrows(DreamException.class, () -> shared("layer=none"));
			assertArrayEquals(expected, shared(options), options);
		}
	}

	@Test
	void concurrently() throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(DREAMS.length);
		final List<Future<float[]>> dreams = new ArrayList<>();
		for (int round = 0; round < 2; round++)
			for (final String options : DREAMS)
				dreams.add(threads.submit(() -> shared(options)));
		DeepDream.closeCached();
		for (int i = 0; i < DREAMS.length; i++) {
			final float[] expected = alone(DREAMS[i]);
			for (int round = 0; round < 2; round++)
				assertArrayEquals(expected, dreams.get(round * DREAMS.length + i).get(), DREAMS[i]);
		}
		threads.shutdown();
	}
}
