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
package io.deepdream.dream;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.deepdream.PairedTimer;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;
import io.deepdream.params.settings.DreamSettings;

/**
 * Times the rendering of a layer's channels: batches of several sizes and single
 * channels, octaves with momentum and plain steps at full size. Every run of a variant
 * renders other channels, so that the medians are those of many channels.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.dream.ChannelBenchmark -Dexec.args="NETWORK TURNS"
 * </pre>
 */
public final class ChannelBenchmark {

	private static final String LAYER = "mixed4d_3x3_bottleneck_pre_relu";
	private static final int CHANNELS = 8;
	/** Plain steps at full size, for comparison. */
	private static final String PLAIN = "octaves=1 iterations=40 optimizer=plain";

	private ChannelBenchmark() {}

	/** @param args a network and the number of turns; by default the embedded one and 3 */
	public static void main(final String... args) {
		final int turns = args.length > 1 ? Integer.parseInt(args[1]) : 3;
		final int[] batches = { 1, 4, ChannelRenderer.BATCH, ChannelRenderer.BATCH };
		final int last = batches.length - 1;
		try (GradientEngine engine = Engines.open(ModelCatalogue.find(args.length > 0 ? args[0] : ModelCatalogue.EMBEDDED))) {
			final LayerInfo layer = engine.layers().stream().filter(l -> l.name().equals(LAYER)).findFirst().get();
			final Runnable[] variants = new Runnable[batches.length];
			for (int i = 0; i < batches.length; i++)
				variants[i] = variant(engine, layer, i == last ? PLAIN : "", batches[i]);
			final double[] medians = new PairedTimer(turns, 1).medians(variants);
			for (int i = 0; i < batches.length; i++) {
				final double each = medians[i] / 1000 / CHANNELS;
				System.out.printf(Locale.ROOT, "%-44s %2d at a time: %.3f s per channel, %.0f s for all %d%n", i == last ? PLAIN
					: "as in the explorer", batches[i], each, each * layer.channels(), layer.channels());
			}
		}
	}

	/** Renders the next channels of the layer at each run. */
	private static Runnable variant(final GradientEngine engine, final LayerInfo layer, final String options,
		final int batch)
	{
		final DreamSettings settings = DreamSettings.of(DreamParams.of(Task.ATLAS).withOptions(options));
		final AtomicInteger runs = new AtomicInteger();
		return () -> {
			final int first = runs.getAndIncrement() * CHANNELS % (layer.channels() - CHANNELS + 1);
			final List<Integer> channels = IntStream.range(first, first + CHANNELS).boxed().collect(Collectors.toList());
			new ChannelRenderer(engine, layer, settings, DreamListener.SILENT, List.of(), Long.MAX_VALUE, batch).run(channels, (channel,
				picture, score, origin) -> {});
		};
	}
}
