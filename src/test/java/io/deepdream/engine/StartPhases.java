package io.deepdream.engine;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.function.Supplier;

import io.deepdream.engine.loading.NativeCache;
import io.deepdream.engine.loading.Platform;
import io.deepdream.engine.loading.Requirements;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;

/** One start, part by part, as {@link Backend} goes about it: prints a line of milliseconds for each. */
public final class StartPhases {

	private static final int SIDE = 224;

	private StartPhases() {}

	/** @param args a network, a layer */
	public static void main(final String... args) {
		print("Java itself", System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
		final Platform platform = timed("requirements", () -> Requirements.check(new ThisMachine()));
		final NativeCache cache = timed("folder and free space", () -> {
			final NativeCache result = NativeCache.of(StartPhases.class.getClassLoader(), platform);
			if (result.prepare() > 0) throw new IllegalStateException("unpack the library first");
			return result;
		});
		final GradientEngineFactory factory = timed("native library", () -> {
			final GradientEngineFactory result = ServiceLoader.load(GradientEngineFactory.class).findFirst().orElseThrow();
			result.load(cache.folder());
			return result;
		});
		final ModelSpec spec = ModelCatalogue.find(args[0]);
		try (GradientEngine engine = timed("open the network", () -> factory.open(spec))) {
			use(engine, args[1], "compile, with its check");
		}
		try (GradientEngine engine = timed("open it again", () -> factory.open(spec))) {
			use(engine, args[1], "compile it again");
		}
	}

	private static void use(final GradientEngine engine, final String layer, final String compile) {
		final LayerInfo info = engine.layers().stream().filter(l -> l.name().equals(layer)).findFirst().orElseThrow();
		final float[] weights = new float[info.channels()];
		Arrays.fill(weights, 1);
		final float[] pixels = new float[3 * SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % 255;
		final List<Region> all = new ArrayList<>();
		all.add(new Region(0, 0, engine.extent(layer, Axis.WIDTH, SIDE).positions(), engine.extent(layer, Axis.HEIGHT, SIDE)
			.positions(), 1));
		try (GradientFunction function = timed(compile, () -> engine.compile(List.of(new Term(layer, weights, true))))) {
			for (final String run : new String[] { "first run", "second run", "third run" })
				timed(run, () -> function.evaluate(pixels, SIDE, SIDE, all, new float[pixels.length]));
		}
	}

	private static <T> T timed(final String name, final Supplier<T> work) {
		final long begin = System.nanoTime();
		final T result = work.get();
		print(name, (System.nanoTime() - begin) / 1e6);
		return result;
	}

	private static void print(final String name, final double milliseconds) {
		System.out.printf(Locale.ROOT, "%s\t%.0f%n", name, milliseconds);
	}
}
