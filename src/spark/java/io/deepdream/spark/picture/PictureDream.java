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
package io.deepdream.spark.picture;

import java.io.PrintStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.apache.spark.HashPartitioner;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

import scala.Tuple2;

import io.deepdream.DeepDream;
import io.deepdream.dream.DreamPlan;
import io.deepdream.dream.GradientStep;
import io.deepdream.dream.Objective;
import io.deepdream.engine.GradientFunction;
import io.deepdream.image.OriginalShares;
import io.deepdream.image.Picture;
import io.deepdream.image.Resampling;
import io.deepdream.image.Size;
import io.deepdream.image.ValueRange;
import io.deepdream.params.settings.DreamSettings;
import io.deepdream.params.settings.StepSettings;
import io.deepdream.spark.cluster.SharedNetwork;
import io.deepdream.spark.pyramid.BlockGrid;
import io.deepdream.spark.pyramid.BlockPosition;
import io.deepdream.spark.pyramid.PictureSource;

/**
 * A dream whose picture is an RDD of blocks, with the octaves, tiles, shifts and steps of {@link DreamPlan}, so that the
 * result is that of one machine. In a step, neighbours give each block what its window contains beyond the block; the
 * gradient of the window is computed, and its parts go back to the blocks they belong to, where they are summed.
 */
final class PictureDream {

	private final JavaSparkContext spark;
	private final SharedNetwork network;
	private final PictureSettings settings;
	private final PrintStream out;
	private final Objective objective;
	private final DreamPlan plan;
	private final PictureSource source;
	private final StepSettings steps;
	private final GradientStep.Rule rule;
	private final OriginalShares shares;
	private final Random random;

	/**
	 * @param source with the channels that the network reads
	 * @param out receives progress
	 * @throws io.deepdream.params.DreamException if the picture or the parameters do not fit the network
	 */
	PictureDream(final JavaSparkContext spark, final SharedNetwork network, final PictureSettings settings,
		final PictureSource source, final PrintStream out)
	{
		this.spark = spark;
		this.network = network;
		this.settings = settings;
		this.source = source;
		this.out = out;
		final DreamSettings dream = DreamSettings.of(settings.params());
		steps = dream.steps();
		rule = new GradientStep.Rule(steps);
		random = new Random(dream.seed());
		try (DeepDream deepDream = network.deepDream()) {
			shares = deepDream.shares(settings.params());
			objective = deepDream.objective(settings.params());
			// the memory of this machine is not that of the executors
			plan = deepDream.plan(new Size(source.width(), source.height()), settings.params(), Long.MAX_VALUE);
		}
	}

	/** Receives the result. */
	@FunctionalInterface
	interface Output {

		/** @param blocks of the grid; their state is freed afterwards */
		void write(BlockGrid grid, JavaPairRDD<BlockPosition, Picture> blocks);
	}

	/**
	 * @param checkpoints folder in the storage of the cluster, which is deleted in the end
	 * @param side of the blocks of the output
	 */
	void run(final String checkpoints, final int side, final Output output) {
		plan.notes().forEach(out::println);
		final int last = plan.sizes().size() - 1;
		try (Retained retained = new Retained(spark, checkpoints)) {
			OctaveBlocks blocks = null;
			JavaPairRDD<Integer, float[]> base = null;
			for (int octave = 0; octave <= last; octave++) {
				final OctaveBlocks next = new OctaveBlocks(plan.tiles(octave), settings.block());
				final JavaPairRDD<Integer, float[]> nextBase = base(next, plan.resampling(last, octave));
				// read again at the end of the octave
				if (octave < last) nextBase.persist(StorageLevel.DISK_ONLY());
				final JavaPairRDD<Integer, float[]> start = octave == 0 ? nextBase : enlarged(retained, blocks, base, next,
					nextBase, plan.resampling(octave - 1, octave));
				final boolean momentum = rule.hasMomentum();
				retained.next(start.mapValues(values -> {
					final float[] pixels = values.clone();
					ValueRange.GREY_LEVELS.clamp(pixels);
					return new BlockState(pixels, momentum);
				}), true);
				if (base != null) base.unpersist(false);
				blocks = next;
				base = nextBase;
				for (int step = 1; step <= steps.count(); step++)
					step(retained, blocks, octave, step);
			}
			final BlockGrid grid = new BlockGrid(source.width(), source.height(), side);
			output.write(grid, output(retained, blocks, grid));
		}
	}

	private static Partitioner partitioner(final int count) {
		// one block in each partition, so that a task holds one at a time
		return new HashPartitioner(count);
	}

	/** The stored picture at the size of an octave. */
	private JavaPairRDD<Integer, float[]> base(final OctaveBlocks blocks, final Resampling resampling) {
		final List<Tuple2<Integer, Integer>> numbers = IntStream.range(0, blocks.count()).mapToObj(i -> new Tuple2<>(i, i))
			.collect(Collectors.toList());
		final WrappedSource wrapped = new WrappedSource(source);
		return spark.parallelizePairs(numbers, blocks.count()).partitionBy(partitioner(blocks.count())).mapValues(
			block -> blocks.resample(resampling, wrapped, block).data());
	}

	/** The start of an octave: the base, plus the enlarged detail of the previous octave. */
	private static JavaPairRDD<Integer, float[]> enlarged(final Retained retained, final OctaveBlocks previous,
		final JavaPairRDD<Integer, float[]> base, final OctaveBlocks next, final JavaPairRDD<Integer, float[]> nextBase,
		final Resampling resampling)
	{
		final Exchange sources = previous.sources(next, resampling);
		final JavaPairRDD<Integer, Iterable<Piece>> pieces = retained.state().join(base).flatMapToPair(t -> sources.toWindows(t
			._1, difference(t._2._1.pixels, t._2._2), window -> true)).groupByKey(partitioner(next.count()));
		retained.shuffled(pieces);
		return withKeys(nextBase.join(pieces), (block, values) -> {
			final Picture detail = sources.window(block, values._2.iterator());
			final float[] added = next.resample(resampling, detail, block).data();
			final float[] x = values._1.clone();
			for (int i = 0; i < x.length; i++)
				x[i] += added[i];
			return x;
		});
	}

	private static float[] difference(final float[] dreamed, final float[] base) {
		final float[] detail = new float[base.length];
		for (int i = 0; i < detail.length; i++)
			detail[i] = dreamed[i] - base[i];
		return detail;
	}

	private void step(final Retained retained, final OctaveBlocks blocks, final int octave, final int step) {
		final String name = String.format(Locale.ROOT, "Octave %d of %d, step %d of %d", octave + 1, plan.sizes().size(), step,
			steps.count());
		spark.setJobDescription(name);
		final int shiftX = plan.shift(blocks.size().width(), random);
		final int shiftY = plan.shift(blocks.size().height(), random);
		final JavaPairRDD<Integer, BlockGradient> gradient = gradient(retained, blocks, shiftX, shiftY).persist(StorageLevel
			.MEMORY_AND_DISK());
		final List<Tuple2<Integer, GradientSums>> parts = new ArrayList<>(gradient.mapValues(GradientSums::of).collect());
		// in the order of the blocks, whichever ended first
		parts.sort((a, b) -> Integer.compare(a._1, b._1));
		GradientSums sums = GradientSums.NONE;
		for (final Tuple2<Integer, GradientSums> part : parts)
			sums = sums.plus(part._2);
		if (!sums.isFinite()) throw objective.gradientNotFinite();
		if (sums.isZero()) throw objective.gradientZero();
		out.printf(Locale.ROOT, "%s: score %.6g%n", name, sums.score());
		final GradientStep.Rule rule = this.rule;
		final float rate = rule.rate(sums::std, sums::meanAbsolute);
		retained.shuffled(gradient);
		retained.next(retained.state().join(gradient).mapValues(t -> {
			final BlockState state = t._1.copy();
			rule.apply(rate, t._2.values, state.pixels, state.velocity, 0, state.pixels.length);
			ValueRange.GREY_LEVELS.clamp(state.pixels);
			return state;
		}), step % settings.checkpoint() == 0);
	}

	private JavaPairRDD<Integer, BlockGradient> gradient(final Retained retained, final OctaveBlocks blocks,
		final int shiftX, final int shiftY)
	{
		final Partitioner partitioner = partitioner(blocks.count());
		final Exchange windows = blocks.windows(shiftX, shiftY);
		// tiles are summed one by one, in the order of one machine, because ascent amplifies differences of rounding
		final Exchange tiles = blocks.tiles(shiftX, shiftY);
		final WindowGradient network = new WindowGradient(this.network, settings.params(), blocks);
		final JavaPairRDD<Integer, BlockState> state = retained.state();
		// what a block gives its own window stays where it is
		final JavaPairRDD<Integer, Piece> halos = state.flatMapToPair(t -> windows.toWindows(t._1, t._2.pixels, window -> window !=
			t._1));
		return withKeys(state.cogroup(halos, partitioner).flatMapToPair(t -> {
			final List<Piece> pieces = new ArrayList<>();
			for (final BlockState own : t._2._1)
				windows.toWindows(t._1, own.pixels, window -> window == t._1).forEachRemaining(piece -> pieces.add(piece._2));
			t._2._2.forEach(pieces::add);
			final Picture window = windows.window(t._1, pieces.iterator());
			pieces.clear();
			final GradientFunction function = network.open();
			// lazily, so that the gradients of the tiles do not exist at the same time
			return network.tiles(t._1).stream().flatMap(tile -> StreamSupport.stream(Spliterators.spliteratorUnknownSize(tiles
				.toBlocks(tile, network.of(function, t._1, tile, window)), 0), false)).iterator();
		}).groupByKey(partitioner), tiles::block);
	}

	/** The result in square blocks, with the shares of the original. */
	private JavaPairRDD<BlockPosition, Picture> output(final Retained retained, final OctaveBlocks blocks,
		final BlockGrid grid)
	{
		final Exchange squares = blocks.squares(grid.side());
		final OriginalShares shares = this.shares;
		final PictureSource stored = source;
		final int columns = grid.columns();
		return retained.state().flatMapToPair(t -> squares.toWindows(t._1, t._2.pixels, window -> true)).groupByKey(partitioner(
			grid.blocks().size())).mapToPair(t -> {
				final Picture dream = squares.window(t._1, t._2.iterator());
				final BlockPosition position = new BlockPosition(t._1 % columns, t._1 / columns);
				if (!shares.isNone()) shares.apply(stored.read(grid.x(position), grid.y(
					position), grid.width(position), grid.height(position)), dream);
				return new Tuple2<>(position, dream);
			});
	}

	/** A function of a block's number and value. */
	@FunctionalInterface
	private interface BlockFunction<V, R> extends Serializable {

		R of(int block, V value);
	}

	/** As mapValues, for a function that needs the number too. */
	private static <V, R> JavaPairRDD<Integer, R> withKeys(final JavaPairRDD<Integer, V> blocks,
		final BlockFunction<V, R> function)
	{
		return blocks.mapPartitionsToPair(partition -> StreamSupport.stream(Spliterators.spliteratorUnknownSize(partition, 0),
			false).map(t -> new Tuple2<>(t._1, function.of(t._1, t._2))).iterator(), true);
	}
}
