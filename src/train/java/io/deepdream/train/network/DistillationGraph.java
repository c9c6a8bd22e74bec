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
package io.deepdream.train.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.engine.tensorflow.load.FrozenGraph;
import io.deepdream.engine.tensorflow.rewrite.LrnGradientAttributes;
import io.deepdream.model.ModelSpec;

/**
 * Builds the graph of a {@link Distillation}: the teacher and the student on a batch of
 * images, a second instance of the student on the two images of each central difference,
 * the losses of this instance, and their gradients with respect to the student's weights.
 */
final class DistillationGraph {

	static final String PICTURES = "pictures";
	/** [n, blocks]: weight of each block's mean square in an image's objective. */
	static final String OBJECTIVES = "objectives";
	/** [n, matched channels]: weight of each channel in an image's objective. */
	static final String CHANNELS = "channels";
	/** [n, 2]: steps along the teacher's and the student's gradient. */
	static final String STEP_SIZES = "step_sizes";
	static final String ERRORS = "errors";
	static final String COSINES = "cosines";
	static final String NEXT = "next";
	static final String TEACHER = "teacher/";
	static final String STUDENT = "student/";
	private static final String PAIRED = "paired/";
	private static final String PAIR = "pair";
	private static final String PAIR_WEIGHT = "pair_weight";
	private static final String WEIGHT = "weight/";

	private final Distillation.Settings settings;
	private final List<String> blocks;
	private final String matched;
	private final Map<String, int[]> parameters = new LinkedHashMap<>();
	private final int matchedChannels;
	private final GraphDef graph;

	/** The parameters are those of {@link Distillation#Distillation}. */
	DistillationGraph(final ModelSpec teacher, final Student student, final ModelSpec studentSpec,
		final List<String> blocks, final String matched, final Distillation.Settings settings)
	{
		this.settings = settings;
		this.blocks = blocks;
		this.matched = matched;
		final List<String> targets = new ArrayList<>(blocks);
		if (matched != null) targets.add(matched);
		GraphDef teacherGraph = forward(FrozenGraph.parse(teacher.read(), teacher.location()), teacher, targets);
		GraphDef studentGraph = forward(student.graph(), studentSpec, targets);
		final GraphNodes used = new GraphNodes(studentGraph);
		final Map<String, Integer> teacherChannels = channels(teacherGraph, targets);
		final Map<String, Integer> studentChannels = channels(studentGraph, targets);
		student.shapes().forEach((name, shape) -> {
			if (used.get(name) == null) throw new IllegalArgumentException("no block depends on " + name + " of the student");
			parameters.put(WEIGHT + name, shape);
		});
		for (final String block : blocks) {
			parameters.put(kernel(block), new int[] { 1, 1, studentChannels.get(block), teacherChannels.get(block) });
			parameters.put(bias(block), new int[] { teacherChannels.get(block) });
		}
		matchedChannels = matched == null ? 1 : studentChannels.get(matched);
		if (settings.half) {
			teacherGraph = new HalfPrecision().apply(teacherGraph);
			studentGraph = new HalfPrecision().apply(studentGraph);
		}
		final GraphDef.Builder networks = GraphDef.newBuilder();
		final int n = settings.pictures;
		networks.addNode(Student.placeholder(PICTURES, n, settings.side, settings.side, 3));
		networks.addNode(Student.placeholder(OBJECTIVES, n, blocks.size()));
		networks.addNode(Student.placeholder(CHANNELS, n, matchedChannels));
		networks.addNode(Student.placeholder(STEP_SIZES, n, 2));
		parameters.forEach((name, shape) -> networks.addNode(Student.placeholder(name, shape)));
		final Set<String> weights = student.shapes().keySet();
		networks.addAllNode(instance(teacherGraph, TEACHER, PICTURES, Set.of()).getNodeList());
		networks.addAllNode(instance(studentGraph, STUDENT, PICTURES, weights).getNodeList());
		GraphDef whole = directions(networks.build());
		whole = whole.toBuilder().addAllNode(instance(studentGraph, PAIRED, PAIR, weights).getNodeList()).build();
		whole = losses(whole);
		final List<String> results = new ArrayList<>(stepNames());
		results.addAll(featureNames());
		for (final GraphRewrite rewrite : List.of(new LrnGradientAttributes(), new TurnedKernels(), new Prune(results)))
			whole = rewrite.apply(whole);
		graph = whole;
	}

	GraphDef graph() {
		return graph;
	}

	Map<String, int[]> parameters() {
		return parameters;
	}

	int matchedChannels() {
		return matchedChannels;
	}

	/** Names of the outputs of a step. */
	List<String> stepNames() {
		final List<String> names = new ArrayList<>(List.of(ERRORS, COSINES, NEXT));
		for (int i = 0; i < parameters.size(); i++)
			names.add(gradient(i));
		return names;
	}

	/** Names of the teacher's and the student's activations at each block, alternating. */
	List<String> featureNames() {
		final List<String> names = new ArrayList<>();
		for (final String block : blocks)
			names.addAll(List.of(features(TEACHER, block), features(STUDENT, block)));
		return names;
	}

	private static String gradient(final int parameter) {
		return "gradient" + parameter;
	}

	/** The part of a network that computes some nodes from the images. */
	static GraphDef forward(final GraphDef frozen, final ModelSpec spec, final List<String> targets) {
		return new Prune(targets).apply(new CentredInput().apply(FrozenGraph.prepare(frozen, FrozenGraph.input(frozen, spec),
			spec)));
	}

	private static Map<String, Integer> channels(final GraphDef graph, final List<String> layers) {
		final Map<String, Integer> result = new LinkedHashMap<>();
		try (Graph imported = new Graph()) {
			imported.importGraphDef(graph);
			for (final String layer : layers)
				result.put(layer, (int) imported.operation(layer).output(0).shape().get(3));
		}
		return result;
	}

	/** A copy with a prefix that reads its images from another node, and its weights from placeholders. */
	private static GraphDef instance(final GraphDef network, final String prefix, final String pictures,
		final Set<String> weights)
	{
		final GraphDef.Builder result = GraphDef.newBuilder();
		for (final NodeDef node : network.getNodeList()) {
			if (weights.contains(node.getName()) || node.getName().equals(PictureNode.NAME)) continue;
			final NodeDef.Builder renamed = node.toBuilder().setName(prefix + node.getName());
			for (int i = 0; i < node.getInputCount(); i++) {
				final String source = node.getInput(i);
				renamed.setInput(i, source.equals(PictureNode.NAME) ? pictures : weights.contains(source) ? WEIGHT +
					source : prefix + source);
			}
			result.addNode(renamed);
		}
		return result.build();
	}

	private static String features(final String network, final String layer) {
		return "features." + network.replace("/", "") + "." + layer;
	}

	private static String kernel(final String block) {
		return "adapter/" + block + "_w";
	}

	private static String bias(final String block) {
		return "adapter/" + block + "_b";
	}

	@SuppressWarnings("unchecked")
	private Operand<TFloat32> layer(final Graph graph, final Ops tf, final String network, final String layer) {
		final Output<? extends TType> output = graph.operation(network + layer).output(0);
		return output.type() == TFloat32.class ? (Operand<TFloat32>) output : tf.dtypes.cast(
			(Operand<TBfloat16>) output, TFloat32.class);
	}

	private static Operand<TFloat32> placeholder(final Graph graph, final String name) {
		return graph.operation(name).<TFloat32>output(0);
	}

	/** Adds both networks' gradients with respect to the images, the next dream step, and the images of the central difference. */
	private GraphDef directions(final GraphDef networks) {
		try (Graph g = new Graph()) {
			g.importGraphDef(networks);
			final Ops tf = Ops.create(g);
			final Operand<TFloat32> pictures = placeholder(g, PICTURES);
			final Operand<TFloat32> byTeacher = unit(tf, gradient(g, tf, TEACHER));
			final Operand<TFloat32> raw = gradient(g, tf, STUDENT);
			final Operand<TFloat32> size = rms(tf, raw);
			final Operand<TFloat32> byStudent = tf.math.div(raw, size);
			final Operand<TFloat32> cosine = mean(tf, tf.math.mul(byTeacher, byStudent));
			tf.withName(COSINES).reshape(cosine, tf.array(-1));
			final Operand<TFloat32> missing = tf.math.sub(byTeacher, tf.math.mul(cosine, byStudent));
			final Operand<TFloat32> missingSize = rms(tf, missing);
			final Operand<TFloat32> offset = tf.math.mul(tf.constant(settings.offset), tf.math.div(missing, missingSize));
			tf.withName(PAIR).stopGradient(tf.concat(List.of(tf.math.add(pictures, offset), tf.math.sub(pictures, offset)),
				tf.constant(0)));
			// cosine = <teacher's unit gradient, raw> / (values * size); the central difference approximates <missing, raw>
			final float values = settings.side * settings.side * 3f;
			tf.withName(PAIR_WEIGHT).stopGradient(tf.reshape(tf.math.div(missingSize, tf.math.mul(size, tf.constant(2 *
				settings.offset * values))), tf.array(-1)));
			final Operand<TFloat32> stepSizes = placeholder(g, STEP_SIZES);
			final Operand<TFloat32> direction = tf.math.add(tf.math.mul(byTeacher, column(tf, stepSizes, 0)), tf.math.mul(
				byStudent, column(tf, stepSizes, 1)));
			tf.withName(NEXT).clipByValue(tf.math.add(pictures, direction), tf.constant(0f), tf.constant(255f));
			for (final String block : blocks) {
				tf.withName(features(TEACHER, block)).stopGradient(layer(g, tf, TEACHER, block));
				tf.withName(features(STUDENT, block)).identity(layer(g, tf, STUDENT, block));
			}
			if (matched != null) tf.withName(features(TEACHER, matched)).stopGradient(layer(g, tf, TEACHER, matched));
			return g.toGraphDef();
		}
	}

	/** One number per image, in a shape that broadcasts to [n, h, w, c]. */
	private Operand<TFloat32> column(final Ops tf, final Operand<TFloat32> table, final int index) {
		return tf.reshape(tf.slice(table, tf.array(0, index), tf.array(settings.pictures, 1)), tf.array(-1, 1, 1, 1));
	}

	private static Operand<TFloat32> mean(final Ops tf, final Operand<TFloat32> values) {
		return tf.math.mean(values, tf.array(1, 2, 3), Mean.keepDims(true));
	}

	private static Operand<TFloat32> rms(final Ops tf, final Operand<TFloat32> values) {
		return tf.math.sqrt(tf.math.add(mean(tf, tf.math.square(values)), tf.constant(1e-24f)));
	}

	private static Operand<TFloat32> unit(final Ops tf, final Operand<TFloat32> values) {
		return tf.math.div(values, rms(tf, values));
	}

	/** Gradient of each image's objective with respect to the image. */
	@SuppressWarnings("unchecked")
	private Operand<TFloat32> gradient(final Graph g, final Ops tf, final String network) {
		final List<Output<?>> layers = new ArrayList<>();
		final List<Output<?>> seeds = new ArrayList<>();
		for (int b = 0; b < blocks.size(); b++) {
			final Operand<TFloat32> features = layer(g, tf, network, blocks.get(b));
			layers.add(features.asOutput());
			seeds.add(tf.math.mul(features, column(tf, placeholder(g, OBJECTIVES), b)).asOutput());
		}
		if (matched != null) {
			final Operand<TFloat32> features = layer(g, tf, network, matched);
			layers.add(features.asOutput());
			seeds.add(tf.math.mul(tf.onesLike(features), tf.reshape(placeholder(g, CHANNELS), tf.array(-1, 1, 1,
				matchedChannels))).asOutput());
		}
		return (Operand<TFloat32>) g.addGradients(network.replace("/", "") + "_gradient", layers.toArray(new Output<?>[0]),
			new Output<?>[] { g.operation(PICTURES).output(0) }, seeds.toArray(new Output<?>[0]))[0];
	}

	/** Adds the losses of the paired instance, and their gradients with respect to all parameters. */
	private GraphDef losses(final GraphDef whole) {
		try (Graph g = new Graph()) {
			g.importGraphDef(whole);
			final Ops tf = Ops.create(g);
			final List<Operand<TFloat32>> errors = new ArrayList<>();
			Operand<TFloat32> objective = null;
			for (int b = 0; b < blocks.size(); b++) {
				final String block = blocks.get(b);
				final Operand<TFloat32> features = layer(g, tf, PAIRED, block);
				final Operand<TFloat32> adapted = tf.nn.biasAdd(tf.nn.conv2d(features, placeholder(g, kernel(block)), List.of(
					1L, 1L, 1L, 1L), "SAME"), placeholder(g, bias(block)));
				errors.add(error(tf, adapted, placeholder(g, features(TEACHER, block))));
				// half the sum of squares: its derivative is the seed of gradient()
				final Operand<TFloat32> part = tf.math.mul(tf.constant(0.5f), tf.math.mul(tf.sum(tf.math.square(features), tf
					.array(1, 2, 3)), twice(tf, tf.slice(placeholder(g, OBJECTIVES), tf.array(0, b), tf.array(settings.pictures,
						1)))));
				objective = objective == null ? part : tf.math.add(objective, part);
			}
			if (matched != null) {
				final Operand<TFloat32> features = layer(g, tf, PAIRED, matched);
				errors.add(error(tf, features, placeholder(g, features(TEACHER, matched))));
				final Operand<TFloat32> channels = placeholder(g, CHANNELS);
				objective = tf.math.add(objective, tf.sum(tf.math.mul(tf.sum(features, tf.array(1, 2)), tf.concat(List.of(channels,
					channels), tf.constant(0))), tf.array(1)));
			}
			final Operand<TFloat32> all = tf.withName(ERRORS).stack(errors);
			final Operand<TFloat32> pairWeight = placeholder(g, PAIR_WEIGHT);
			final Operand<TFloat32> cosines = tf.sum(tf.math.mul(objective, tf.concat(List.of(pairWeight, tf.math.neg(pairWeight)), tf
				.constant(0))), tf.array(0));
			final Operand<TFloat32> loss = tf.math.sub(tf.sum(all, tf.array(0)), tf.math.mul(cosines, tf.constant(
				settings.directionWeight / settings.pictures)));
			final Output<?>[] by = parameters.keySet().stream().map(name -> g.operation(name).output(0)).toArray(
				Output<?>[]::new);
			final Output<?>[] gradients = g.addGradients("loss", new Output<?>[] { loss.asOutput() }, by, null);
			for (int i = 0; i < gradients.length; i++) {
				@SuppressWarnings("unchecked")
				final Output<TFloat32> gradient = (Output<TFloat32>) gradients[i];
				tf.withName(gradient(i)).identity(gradient);
			}
			return g.toGraphDef();
		}
	}

	private Operand<TFloat32> twice(final Ops tf, final Operand<TFloat32> column) {
		final Operand<TFloat32> flat = tf.reshape(column, tf.array(-1));
		return tf.concat(List.of(flat, flat), tf.constant(0));
	}

	/**
	 * Squared error relative to the teacher's variance, for each image separately because
	 * one strong dream would dominate the batch. A tenth of the batch's mean variance is
	 * added, since the variance of a constant image is near 0.
	 */
	private Operand<TFloat32> error(final Ops tf, final Operand<TFloat32> features, final Operand<TFloat32> target) {
		final Operand<TFloat32> centre = tf.math.mean(target, tf.array(0, 1, 2), Mean.keepDims(
			true));
		final Operand<TFloat32> variance = tf.sum(tf.math.square(tf.math.sub(target, centre)), tf.array(1, 2, 3));
		final Operand<TFloat32> floor = tf.math.mul(tf.constant(0.1f), tf.math.mean(variance, tf.array(0)));
		final Operand<TFloat32> scale = tf.math.add(variance, floor);
		final Operand<TFloat32> error = tf.sum(tf.math.square(tf.math.sub(features, tf.concat(List.of(target, target), tf
			.constant(0)))), tf.array(1, 2, 3));
		return tf.math.mean(tf.math.div(error, tf.concat(List.of(scale, scale), tf.constant(0))), tf.array(0));
	}
}
