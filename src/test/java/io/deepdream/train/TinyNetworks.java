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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.train.network.InceptionV1;

/** Inception v1 with an eighth of its channels, and smooth training images. */
final class TinyNetworks {

	private TinyNetworks() {}

	static ModelSpec save(final Path folder, final String name, final double width, final long seed) {
		try {
			return ModelCatalogue.find(Files.write(folder.resolve(name + ".pb"), InceptionV1.frozen(width, width, Map.of(), true,
				seed)).toString());
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** Waves of random direction and colour. */
	static float[] crop(final int side, final Random random) {
		final float[] result = new float[3 * side * side];
		for (int wave = 0; wave < 6; wave++) {
			final double fx = random.nextGaussian() / 4;
			final double fy = random.nextGaussian() / 4;
			final double phase = random.nextDouble() * 6;
			final double[] colour = { random.nextGaussian(), random.nextGaussian(), random.nextGaussian() };
			for (int i = 0; i < result.length; i++)
				result[i] += 30 * colour[i % 3] * Math.sin(fx * (i / 3 % side) + fy * (i / 3 / side) + phase);
		}
		for (int i = 0; i < result.length; i++)
			result[i] = Math.max(0, Math.min(255, 117 + result[i]));
		return result;
	}
}
