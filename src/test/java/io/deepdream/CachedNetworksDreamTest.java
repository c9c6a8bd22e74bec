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
		"layer=mixed3b channels=5 octaves=1 iterations=3", "layer=mixed3a octaves=2 iterations=3 seed=4 tile=64" };

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
