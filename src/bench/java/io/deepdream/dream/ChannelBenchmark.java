package io.deepdream.dream;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.LayerInfo;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.DreamSettings;
import io.deepdream.params.Task;

/**
 * Times the rendering of a layer's channels: batches of several sizes and single
 * channels, octaves with momentum and plain steps at full size. The variants alternate
 * within each round; every round uses other channels; the first round is a warm-up.
 * Prints medians.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.deepdream.dream.ChannelBenchmark
 * </pre>
 */
public final class ChannelBenchmark {

	private static final String LAYER = "mixed4d_3x3_bottleneck_pre_relu";
	private static final int CHANNELS = 8;
	/** Plain steps at full size, for comparison. */
	private static final String PLAIN = "octaves=1 iterations=40 optimizer=plain";

	private ChannelBenchmark() {}

	/** @param args a network, and the number of rounds; none = the embedded one, 3 */
	public static void main(final String... args) {
		final int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
		final int[] batches = { 1, 4, ChannelRenderer.BATCH, ChannelRenderer.BATCH };
		final double[][] seconds = new double[batches.length][rounds];
		try (GradientEngine engine = Engines.open(ModelCatalogue.find(args.length > 0 ? args[0]
			: ModelCatalogue.EMBEDDED)))
		{
			final LayerInfo layer = engine.layers().stream().filter(l -> l.name().equals(LAYER)).findFirst().get();
			for (int round = -1; round < rounds; round++)
				for (int variant = 0; variant < batches.length; variant++) {
					final String options = variant == batches.length - 1 ? PLAIN : "";
					final double time = seconds(engine, layer, options, batches[variant], Math.max(0, round) * CHANNELS % (layer
						.channels() - CHANNELS + 1));
					if (round >= 0) seconds[variant][round] = time;
				}
			for (int variant = 0; variant < batches.length; variant++) {
				final double[] times = seconds[variant].clone();
				Arrays.sort(times);
				final double each = times[rounds / 2] / CHANNELS;
				System.out.printf(Locale.ROOT, "%-44s %2d at a time: %.3f s a channel, %.0f s for all %d%n",
					variant == batches.length - 1 ? PLAIN : "as the explorer does", batches[variant], each, each * layer
						.channels(), layer
						.channels());
			}
		}
	}

	private static double seconds(final GradientEngine engine, final LayerInfo layer, final String options,
		final int batch, final int first)
	{
		final List<Integer> channels = IntStream.range(first, first + CHANNELS).boxed().collect(Collectors.toList());
		final long begin = System.nanoTime();
		new ChannelRenderer(engine, layer, DreamSettings.of(DreamParams.of(Task.ATLAS).withOptions(options)), DreamListener.SILENT,
			Long.MAX_VALUE, batch).run(channels, (channel, picture, score) -> {});
		return (System.nanoTime() - begin) / 1e9;
	}
}
