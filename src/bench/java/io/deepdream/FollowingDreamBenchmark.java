package io.deepdream;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

import io.deepdream.dream.Dream;
import io.deepdream.image.Picture;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/**
 * What it gains that networks and their compiled gradients are kept from one dream
 * to the next: dreams with a network of their own and with the shared one in turns,
 * after a first one of each: {@code mvn -q -Pbench test-compile exec:java
 * -Dexec.mainClass=io.deepdream.FollowingDreamBenchmark -Dexec.args="NETWORK TURNS"}.
 */
public final class FollowingDreamBenchmark {

	private static final int SIDE = 224;
	private static final String[] DREAMS = { "octaves=1 iterations=1", "octaves=1 iterations=10", "" };

	private FollowingDreamBenchmark() {}

	public static void main(final String... args) {
		final String model = args.length > 0 ? args[0] : ModelCatalogue.EMBEDDED;
		final int turns = args.length > 1 ? Integer.parseInt(args[1]) : 15;
		for (final String options : DREAMS)
			measure(model, turns, DreamParams.parse(options));
	}

	private static void measure(final String model, final int turns, final DreamParams params) {
		final Picture picture = Picture.of(noise(), SIDE, SIDE);
		final double[] anew = new double[turns];
		final double[] kept = new double[turns];
		for (int i = -1; i < turns; i++) {
			final double a = milliseconds(() -> dream(DeepDream.open(ModelCatalogue.find(model), DreamListener.SILENT), picture,
				params));
			final double k = milliseconds(() -> dream(DeepDream.open(model), picture, params));
			if (i < 0) continue;
			anew[i] = a;
			kept[i] = k;
		}
		Arrays.sort(anew);
		Arrays.sort(kept);
		System.out.printf(Locale.ROOT, "%s, %dx%d, %d octaves x %d: %.0f ms with a network of its own, %.0f ms with one that " +
			"was kept, ratio %.2f%n", model, SIDE, SIDE, params.whole(Parameter.OCTAVES), params.whole(Parameter.ITERATIONS),
			anew[turns / 2], kept[turns / 2], anew[turns / 2] / kept[turns / 2]);
	}

	private static void dream(final DeepDream network, final Picture picture, final DreamParams params) {
		try (DeepDream deepDream = network) {
			final Dream dream = deepDream.dream(picture, params, DreamListener.SILENT);
			if (dream.cancelled() || dream.picture().width() != SIDE) throw new IllegalStateException("no dream");
		}
	}

	private static float[] noise() {
		final Random random = new Random(1);
		final float[] x = new float[3 * SIDE * SIDE];
		for (int i = 0; i < x.length; i++)
			x[i] = 100 + 50 * random.nextFloat();
		return x;
	}

	private static double milliseconds(final Runnable work) {
		final long begin = System.nanoTime();
		work.run();
		return (System.nanoTime() - begin) / 1e6;
	}
}
