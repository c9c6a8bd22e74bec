package io.deepdream.dream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.deepdream.engine.Axis;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Region;
import io.deepdream.image.Parts;
import io.deepdream.image.Torus;

/**
 * The gradient of an objective over a whole picture, put together from tiles. The
 * objective is a mean over all layer positions of all tiles, so that each tile
 * weighs as much as it has positions and a short edge tile pulls no harder.
 * Memory beyond the picture's own is that of the tiles computed at a time.
 */
final class TiledGradient {

	/** Told before a tile begins and after it ended. */
	interface TileListener {

		/** May throw to end the evaluation. */
		void before();

		void after(long pixels);
	}

	private final GradientFunction function;
	private final int width;
	private final int height;
	private final List<Span> columns;
	private final List<Span> rows;
	private final List<List<Region>> regions = new ArrayList<>();
	private final ConcurrentTasks workers;
	// made at the first evaluation: the tilings of all octaves exist at once, their buffers should not
	private List<Window> windows;

	/**
	 * @param function the compiled terms of the objective
	 * @param columns the tiles along the width
	 * @param rows the tiles along the height
	 * @param workers how many tiles are computed at a time
	 */
	TiledGradient(final GradientEngine engine, final Objective objective, final GradientFunction function,
		final int width, final int height, final List<Span> columns, final List<Span> rows, final ConcurrentTasks workers)
	{
		this.workers = workers;
		this.function = function;
		this.width = width;
		this.height = height;
		this.columns = columns;
		this.rows = rows;
		final List<List<int[]>> across = new ArrayList<>();
		final List<List<int[]>> down = new ArrayList<>();
		final List<Float> weights = new ArrayList<>();
		for (final LayerInfo layer : objective.layers()) {
			across.add(positions(engine, layer, Axis.WIDTH, width, columns));
			down.add(positions(engine, layer, Axis.HEIGHT, height, rows));
			weights.add((float) (1.0 / (total(across.get(across.size() - 1)) * total(down.get(down.size() - 1)))));
		}
		for (int y = 0; y < rows.size(); y++)
			for (int x = 0; x < columns.size(); x++) {
				final List<Region> tile = new ArrayList<>();
				for (int t = 0; t < weights.size(); t++) {
					final int[] h = across.get(t).get(x);
					final int[] v = down.get(t).get(y);
					tile.add(new Region(h[0], v[0], h[1], v[1], weights.get(t)));
				}
				regions.add(tile);
			}
	}

	/** For every tile along an axis, the first of the window's layer positions that count, and how many do. */
	private static List<int[]> positions(final GradientEngine engine, final LayerInfo layer, final Axis axis,
		final int length, final List<Span> spans)
	{
		final int all = engine.receptiveField(layer.name(), axis, length).positions();
		final List<int[]> result = new ArrayList<>();
		for (final Span span : spans) {
			final int there = engine.receptiveField(layer.name(), axis, span.windowLength()).positions();
			final int offset = span.windowFrom / layer.stride();
			final int from = Math.min(span.coreFrom / layer.stride() - offset, there);
			final int to = Math.min(span.positions(layer.stride(), length, all), there);
			result.add(new int[] { from, Math.max(0, to - from) });
		}
		return result;
	}

	private static double total(final List<int[]> positions) {
		return positions.stream().mapToLong(p -> p[1]).sum();
	}

	/** Pixels that one evaluation sends through the network. */
	long pixels() {
		return columns.stream().mapToLong(Span::windowLength).sum() * rows.stream().mapToLong(Span::windowLength).sum();
	}

	/**
	 * @param picture RGB 0..255, 3 * width * height numbers
	 * @param shiftX how far the picture is rolled to the right before it is tiled
	 * @param shiftY how far it is rolled down
	 * @param gradient receives the gradient, in the picture's own place
	 * @return the objective of the rolled picture
	 */
	double evaluate(final float[] picture, final int shiftX, final int shiftY, final float[] gradient,
		final TileListener listener)
	{
		if (regions.size() == 1 && shiftX == 0 && shiftY == 0) {
			// the window is the picture: no copies
			listener.before();
			final double score = function.evaluate(picture, width, height, regions.get(0), gradient);
			listener.after((long) width * height);
			return score;
		}
		Parts.each(gradient.length, (first, end) -> Arrays.fill(gradient, first, end, 0));
		if (windows == null) {
			windows = new ArrayList<>();
			for (int i = 0; i < Math.min(workers.width(), regions.size()); i++)
				windows.add(new Window(3 * Span.longestWindow(columns) * Span.longestWindow(rows)));
		}
		final Torus from = new Torus(picture, width, height, shiftX, shiftY);
		final Torus to = new Torus(gradient, width, height, shiftX, shiftY);
		double score = 0;
		for (int first = 0; first < regions.size(); first += windows.size()) {
			listener.before();
			final int n = Math.min(windows.size(), regions.size() - first);
			final List<Runnable> work = new ArrayList<>();
			for (int i = 0; i < n; i++) {
				final Window window = windows.get(i);
				final int tile = first + i;
				work.add(() -> window.evaluate(tile, from));
			}
			workers.run(work);
			// in the tiles' order, whichever ended first: float32 sums depend on it
			for (int i = 0; i < n; i++) {
				score += windows.get(i).score;
				listener.after(windows.get(i).add(first + i, to));
			}
		}
		return score;
	}

	/** What one tile at a time is computed in. */
	private final class Window {

		private final float[] pixels;
		private final float[] gradient;
		private double score;

		Window(final int values) {
			pixels = new float[values];
			gradient = new float[values];
		}

		void evaluate(final int tile, final Torus from) {
			score = 0;
			if (!counts(tile)) return;
			final Span column = column(tile);
			final Span row = row(tile);
			from.read(column.windowFrom, row.windowFrom, column.windowLength(), row.windowLength(), pixels);
			score = function.evaluate(pixels, column.windowLength(), row.windowLength(), regions.get(tile), gradient);
		}

		/** @return the pixels that went through the network */
		long add(final int tile, final Torus to) {
			final Span column = column(tile);
			final Span row = row(tile);
			if (counts(tile)) to.add(column.windowFrom, row.windowFrom, column.windowLength(), row.windowLength(), gradient);
			return (long) column.windowLength() * row.windowLength();
		}

		/** Without padding the last tile may own no position: its pixels get their gradient from its neighbours. */
		private boolean counts(final int tile) {
			return regions.get(tile).stream().anyMatch(region -> region.width() > 0 && region.height() > 0);
		}

		private Span column(final int tile) {
			return columns.get(tile % columns.size());
		}

		private Span row(final int tile) {
			return rows.get(tile / columns.size());
		}
	}
}
