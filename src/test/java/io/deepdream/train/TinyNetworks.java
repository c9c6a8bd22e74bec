package io.deepdream.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import io.deepdream.train.network.InceptionV1;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;

/** Inception v1 with an eighth of its channels, and smooth training images. */
final class TinyNetworks {

	private TinyNetworks() {}

	static ModelSpec save(final Path folder, final String name, final double width, final long seed) {
		try {
			return ModelCatalogue.find(Files.write(folder.resolve(name + ".pb"), InceptionV1.frozen(width, width, true,
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
