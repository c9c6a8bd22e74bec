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
package io.deepdream.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import io.deepdream.engine.Activations;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.model.ModelSpec;
import io.deepdream.train.network.Features;
import io.deepdream.train.network.Student;

/**
 * The initial student of a training, fitted layer by layer from the input in minutes.
 * Each of its layers represents some channels of the teacher's layer of the same name
 * ({@link ChannelChoice}); its kernel and bias are the least squares solution that maps
 * the student's input of the layer to the teacher's activations of those channels, before
 * the ReLU. Only the teacher's activations are used, not its weights.
 */
final class LayerwiseFit {

	private static final int BATCH = 16;
	/** Sampled positions per image and layer; all of a layer with fewer. */
	private static final int POSITIONS = 40;

	private final Student student;
	private final ModelSpec studentSpec;
	private final int side;
	private final List<float[]> pictures = new ArrayList<>();
	/** For each layer, the teacher's activations at {@link #positions}, one item per batch. */
	private final Map<String, List<float[]>> targets = new HashMap<>();
	private final Map<String, Integer> targetSide = new HashMap<>();
	private final List<float[]> weights;

	/** @param batches number of batches of 16 images to which the student is fitted */
	LayerwiseFit(final ModelSpec teacher, final Student student, final ModelSpec studentSpec, final Crops crops,
		final int side, final int batches)
	{
		this.student = student;
		this.studentSpec = studentSpec;
		this.side = side;
		weights = student.weights();
		final Random random = new Random(7);
		final List<String> names = student.layers().stream().map(l -> l.name).collect(Collectors.toList());
		names.forEach(name -> targets.put(name, new ArrayList<>()));
		try (Features features = new Features(teacher.read(), teacher, names)) {
			for (int b = 0; b < batches; b++) {
				pictures.add(crops.batch(BATCH, side, random));
				final List<Activations> activations = features.of(pictures.get(b), BATCH, side);
				for (int k = 0; k < names.size(); k++) {
					targetSide.put(names.get(k), activations.get(k).width());
					targets.get(names.get(k)).add(sample(activations.get(k), positions(b, activations.get(k).width())));
				}
			}
		}
	}

	/** Random positions in a batch, the same for all layers of one size. */
	private static int[] positions(final int batch, final int side) {
		final Random random = new Random(31L * batch + side);
		final int each = Math.min(POSITIONS, side * side);
		final int[] result = new int[BATCH * each];
		for (int i = 0; i < result.length; i++)
			result[i] = i / each * side * side + (each == side * side ? i % each : random.nextInt(side * side));
		return result;
	}

	private static float[] sample(final Activations all, final int[] positions) {
		final int channels = all.channels();
		final float[] rows = new float[positions.length * channels];
		for (int r = 0; r < positions.length; r++)
			System.arraycopy(all.values(), positions[r] * channels, rows, r * channels, channels);
		return rows;
	}

	/** The fitted weights, in the student's order. */
	List<float[]> fit() {
		final GraphNodes nodes = student.nodes();
		final List<Student.Layer> open = new ArrayList<>(student.layers());
		while (!open.isEmpty()) {
			final Set<String> unfitted = open.stream().map(l -> l.name).collect(Collectors.toSet());
			final List<Student.Layer> next = open.stream().filter(l -> Collections.disjoint(nodes.upstreamOf(List.of(l.input)),
				unfitted)).collect(Collectors.toList());
			fit(next);
			open.removeAll(next);
		}
		return weights;
	}

	/** Fits layers that depend on fitted layers only, with one run of the student for each batch. */
	private void fit(final List<Student.Layer> layers) {
		final List<String> inputs = layers.stream().map(l -> l.input).distinct().collect(Collectors.toList());
		final List<LinearMap> maps = new ArrayList<>();
		final List<int[]> chosen = new ArrayList<>();
		for (final Student.Layer layer : layers) {
			maps.add(new LinearMap(layer.size * layer.size * layer.ins, layer.outs));
			chosen.add(choose(layer));
		}
		try (Features features = new Features(student.with(weights), studentSpec, inputs)) {
			for (int b = 0; b < pictures.size(); b++) {
				final List<Activations> activations = features.of(pictures.get(b), BATCH, side);
				for (int i = 0; i < maps.size(); i++)
					add(activations.get(inputs.indexOf(layers.get(i).input)), b, layers.get(i), chosen.get(i), maps.get(i));
			}
		}
		final List<String> order = new ArrayList<>(student.shapes().keySet());
		for (int i = 0; i < maps.size(); i++)
			maps.get(i).solve(weights.get(order.indexOf(layers.get(i).kernel)), weights.get(order.indexOf(layers.get(
				i).bias)));
		System.out.println(layers.stream().map(l -> l.name).collect(Collectors.joining(", ")));
	}

	/** Selects by the activations after the ReLU, which are the input of the next layer. */
	private int[] choose(final Student.Layer layer) {
		final List<float[]> batches = targets.get(layer.name);
		final int channels = batches.get(0).length / positions(0, targetSide.get(layer.name)).length;
		if (layer.outs > channels) throw new IllegalArgumentException("the student's " + layer.name +
			" has more channels than the teacher's: make the student narrower");
		final double[][] products = new double[channels][channels];
		for (final float[] rows : batches)
			for (int r = 0; r < rows.length; r += channels)
				for (int i = 0; i < channels; i++)
					if (rows[r + i] > 0) for (int k = 0; k < channels; k++)
						products[i][k] += rows[r + i] * Math.max(0, rows[r + k]);
		return ChannelChoice.of(products, layer.outs);
	}

	private void add(final Activations inputs, final int batch, final Student.Layer layer, final int[] chosen,
		final LinearMap map)
	{
		final int out = targetSide.get(layer.name);
		final int in = inputs.width();
		final int before = Math.max(0, (out - 1) * layer.stride + layer.size - in) / 2;
		final float[] rows = targets.get(layer.name).get(batch);
		final int[] positions = positions(batch, out);
		final int channels = rows.length / positions.length;
		final float[] patch = new float[layer.size * layer.size * layer.ins];
		final float[] target = new float[layer.outs];
		for (int r = 0; r < positions.length; r++) {
			final int top = positions[r] / out % out * layer.stride - before;
			final int left = positions[r] % out * layer.stride - before;
			cut(inputs, positions[r] / (out * out) * in, top, left, layer.size, patch);
			for (int k = 0; k < target.length; k++)
				target[k] = rows[r * channels + chosen[k]];
			map.add(patch, 0, target, 0);
		}
	}

	/** Copies the input of a kernel at a position, with the zeros of SAME padding outside. */
	private static void cut(final Activations inputs, final int firstRow, final int top, final int left,
		final int size, final float[] patch)
	{
		Arrays.fill(patch, 0);
		final int side = inputs.width();
		final int ins = inputs.channels();
		for (int dy = 0; dy < size; dy++)
			for (int dx = 0; dx < size; dx++)
				if (top + dy >= 0 && top + dy < side && left + dx >= 0 && left + dx < side) System.arraycopy(inputs.values(),
					((firstRow + top + dy) * side + left + dx) * ins, patch, (dy * size + dx) * ins, ins);
	}
}
