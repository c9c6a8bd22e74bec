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
package io.deepdream.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.deepdream.PairedTimer;
import io.deepdream.engine.loading.NativeCache;
import io.deepdream.engine.loading.Platform;
import io.deepdream.engine.loading.Requirements;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;

/** One start in the phases of {@link Backend}: prints the milliseconds of each on a line. */
final class StartPhases {

	/** The phases from a user's OK to the end of the first step. */
	static final String[] FROM_OK = { "requirements", "folder and space", "native library", "open network", "compile",
		"first run" };
	static final String[] ALL = { "Java", "requirements", "folder and space", "native library", "open network", "compile",
		"first run", "second run", "open again", "compile again", "first run again" };

	private static final int SIDE = 224;

	private StartPhases() {}

	/** @param args start time of the process, in milliseconds since 1970; a network; a layer */
	public static void main(final String... args) {
		print("Java", System.currentTimeMillis() - Long.parseLong(args[0]));
		final Platform platform = timed("requirements", () -> Requirements.check(new ThisMachine()));
		final NativeCache cache = timed("folder and space", () -> {
			final NativeCache result = NativeCache.of(StartPhases.class.getClassLoader(), platform);
			if (result.prepare() > 0) throw new IllegalStateException("the library is not unpacked yet");
			return result;
		});
		final GradientEngineFactory factory = timed("native library", () -> {
			final GradientEngineFactory result = ServiceLoader.load(GradientEngineFactory.class).findFirst().orElseThrow();
			result.load(cache.folder());
			return result;
		});
		for (final String again : new String[] { "", " again" }) {
			final ModelSpec spec = ModelCatalogue.find(args[1]);
			try (GradientEngine engine = timed(again.isEmpty() ? "open network" : "open again", () -> factory.open(spec))) {
				use(engine, args[2], again);
			}
		}
	}

	private static void use(final GradientEngine engine, final String layer, final String again) {
		final LayerInfo info = engine.layers().stream().filter(l -> l.name().equals(layer)).findFirst().orElseThrow();
		final float[] weights = new float[info.channels()];
		Arrays.fill(weights, 1);
		final float[] pixels = new float[3 * SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i % 255;
		final List<Region> all = new ArrayList<>();
		all.add(new Region(0, 0, engine.receptiveField(layer, Axis.WIDTH, SIDE).positions(), engine.receptiveField(layer, Axis.HEIGHT, SIDE)
			.positions(), 1));
		try (GradientFunction function = timed("compile" + again, () -> engine.compile(List.of(new Term(layer, weights, Term.SQUARE))))) {
			for (final String run : new String[] { "first run", "second run" })
				timed(run + again, () -> function.evaluate(pixels, SIDE, SIDE, all, new float[pixels.length]));
		}
	}

	private static <T> T timed(final String name, final Supplier<T> work) {
		final AtomicReference<T> result = new AtomicReference<>();
		print(name, PairedTimer.milliseconds(() -> result.set(work.get())));
		return result.get();
	}

	private static void print(final String name, final double milliseconds) {
		System.out.printf(Locale.ROOT, "%s\t%.1f%n", name, milliseconds);
	}
}
