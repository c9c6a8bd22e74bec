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
package io.deepdream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws packages in rows as SVG, each above the packages that it uses. An arrow that
 * passes a row has a place of its own in it, so that it crosses no box.
 */
final class PackageDiagram {

	private static final int BOX_WIDTH = 172;
	private static final int BOX_HEIGHT = 34;
	/** Width of the place of an arrow that passes a row. */
	private static final int LANE = 24;
	private static final int GAP = 22;
	private static final int ROW = 78;
	private static final int MARGIN = 16;
	/** Sweeps over all rows, after which positions no longer change much. */
	private static final int SWEEPS = 60;

	private final List<List<Node>> rows = new ArrayList<>();
	private final List<List<Node>> arrows = new ArrayList<>();

	/** A box, or the place of an arrow in a row. */
	private static final class Node {

		final String label;
		final int level;
		final List<Node> neighbours = new ArrayList<>();
		double x;

		Node(final String label, final int level) {
			this.label = label;
			this.level = level;
		}

		double half() {
			return (label == null ? LANE : BOX_WIDTH) / 2.0;
		}

		double y(final int levels) {
			return MARGIN + BOX_HEIGHT / 2.0 + ROW * (levels - 1 - level);
		}
	}

	private PackageDiagram(final PackageGraph graph) {
		final List<Node> boxes = graph.packages().stream().map(name -> add(PackageGraph.shortName(name), graph.level(name)))
			.collect(Collectors.toList());
		final List<String> names = new ArrayList<>(graph.packages());
		for (final String from : names)
			for (final String to : graph.nearest(from))
				arrow(boxes.get(names.indexOf(from)), boxes.get(names.indexOf(to)));
		for (final List<Node> row : rows)
			for (final Node node : row)
				node.x = row.indexOf(node) * (BOX_WIDTH + GAP);
		for (int sweep = 0; sweep < SWEEPS; sweep++)
			for (final List<Node> row : rows)
				arrange(row);
		final double left = rows.stream().flatMap(List::stream).mapToDouble(node -> node.x - node.half()).min().orElse(0);
		rows.forEach(row -> row.forEach(node -> node.x += MARGIN - left));
	}

	/** The diagram of a graph without cycles. */
	static String svg(final PackageGraph graph) {
		return new PackageDiagram(graph).svg();
	}

	private Node add(final String label, final int level) {
		while (rows.size() <= level)
			rows.add(new ArrayList<>());
		final Node node = new Node(label, level);
		rows.get(level).add(node);
		return node;
	}

	private void arrow(final Node from, final Node to) {
		final List<Node> path = new ArrayList<>();
		path.add(from);
		for (int level = from.level - 1; level > to.level; level--)
			path.add(add(null, level));
		path.add(to);
		for (int i = 1; i < path.size(); i++) {
			path.get(i - 1).neighbours.add(path.get(i));
			path.get(i).neighbours.add(path.get(i - 1));
		}
		arrows.add(path);
	}

	/** Moves each node of a row towards the mean of its neighbours, then apart. */
	private static void arrange(final List<Node> row) {
		for (final Node node : row)
			node.x = node.neighbours.stream().mapToDouble(other -> other.x).average().orElse(node.x);
		row.sort(Comparator.comparingDouble(node -> node.x));
		final double wanted = row.stream().mapToDouble(node -> node.x).average().orElse(0);
		for (int i = 1; i < row.size(); i++)
			row.get(i).x = Math.max(row.get(i).x, row.get(i - 1).x + row.get(i - 1).half() + row.get(i).half() + GAP);
		final double moved = row.stream().mapToDouble(node -> node.x).average().orElse(0) - wanted;
		row.forEach(node -> node.x -= moved);
	}

	private String svg() {
		final double width = rows.stream().flatMap(List::stream).mapToDouble(node -> node.x + node.half()).max().orElse(0) +
			MARGIN;
		final StringBuilder svg = new StringBuilder();
		line(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%d\" font-family=\"sans-serif\" " +
			"font-size=\"14\">", width, 2 * MARGIN + BOX_HEIGHT + ROW * (rows.size() - 1));
		line(svg, "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" " +
			"orient=\"auto\"><path d=\"M0,0 L8,4 L0,8 z\" fill=\"#445\"/></marker></defs>");
		line(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
		for (final List<Node> path : arrows)
			line(svg, "<path d=\"%s\" fill=\"none\" stroke=\"#445\" marker-end=\"url(#tip)\"/>", curve(path));
		for (final List<Node> row : rows)
			for (final Node node : row)
				if (node.label != null) box(svg, node);
		line(svg, "</svg>");
		return svg.toString();
	}

	private String curve(final List<Node> path) {
		final Node first = path.get(0);
		double x = first.x;
		double y = first.y(rows.size()) + BOX_HEIGHT / 2.0;
		final StringBuilder curve = new StringBuilder(String.format(Locale.ROOT, "M%.0f,%.0f", x, y));
		for (final Node node : path.subList(1, path.size())) {
			final double top = node.y(rows.size()) - BOX_HEIGHT / 2.0;
			final double middle = (y + top) / 2;
			curve.append(String.format(Locale.ROOT, " C%.0f,%.0f %.0f,%.0f %.0f,%.0f", x, middle, node.x, middle, node.x, top));
			x = node.x;
			y = top;
			if (node.label == null) {
				y += BOX_HEIGHT;
				curve.append(String.format(Locale.ROOT, " V%.0f", y));
			}
		}
		return curve.toString();
	}

	private void box(final StringBuilder svg, final Node node) {
		final double y = node.y(rows.size());
		line(svg, "<rect x=\"%.0f\" y=\"%.0f\" width=\"%d\" height=\"%d\" rx=\"5\" fill=\"#e8eef8\" stroke=\"#445\"/>", node.x -
			BOX_WIDTH / 2.0, y - BOX_HEIGHT / 2.0, BOX_WIDTH, BOX_HEIGHT);
		line(svg, "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\">%s</text>", node.x, y + 5, node.label);
	}

	private static void line(final StringBuilder svg, final String format, final Object... values) {
		svg.append(String.format(Locale.ROOT, format, values)).append('\n');
	}
}
