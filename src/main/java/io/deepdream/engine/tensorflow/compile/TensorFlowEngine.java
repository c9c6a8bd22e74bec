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
package io.deepdream.engine.tensorflow.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.tensorflow.Graph;
import org.tensorflow.Operation;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.Activations;
import io.deepdream.engine.Axis;
import io.deepdream.engine.ChannelGradients;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.NetworkOutput;
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.Messages;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.engine.tensorflow.load.FrozenGraph;
import io.deepdream.engine.tensorflow.objective.DiverseObjective;
import io.deepdream.engine.tensorflow.objective.LayerObjective;
import io.deepdream.engine.tensorflow.objective.LayerObjectives;
import io.deepdream.engine.tensorflow.objective.TermKind;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.model.ModelSpec;
import io.deepdream.model.Sha256;
import io.deepdream.params.DreamException;
import io.deepdream.params.Precision;

/**
 * A frozen graph in TensorFlow-Java. Uses graphs and sessions only, because eager
 * sessions retain the memory of all results.
 */
final class TensorFlowEngine implements GradientEngine {

	/** Operations that are not listed as layers, since their output contains no new values. */
	private static final Set<String> UNLISTED_OPS = Set.of("Identity", "Pad", "PadV2", "MirrorPad", "Split", "SplitV",
		"StridedSlice", "Slice");

	/** Where their output is constant, the gradient vanishes, while their input still has one. */
	private static final Set<String> SATURATING = Set.of("Relu", "Sigmoid", "Softmax");

	private static final Set<String> FUSED = Set.of("Conv2D", "DepthwiseConv2dNative", "BiasAdd");
	private static final long LIBRARY_BYTES = 100L << 20;

	private final String sha256;
	private final GraphDef forward;
	/** Of all nodes, also those that are not layers. */
	private final GraphGeometry prepared;
	private final GraphGeometry geometry;
	private final List<LayerInfo> layers;
	private final List<NetworkOutput> outputs;
	private final int inputChannels;
	private final ObjectiveCompiler compiler;
	private final CompiledCache compiled;
	private NetworkSession forwardSession;

	/** @param variants of gradient graphs, the fastest first; passed self-checks are not saved */
	TensorFlowEngine(final ModelSpec spec, final List<Variant> variants) {
		this(spec, variants, PassedChecks.none());
	}

	/**
	 * @param variants of gradient graphs, the fastest first
	 * @param passed self-checks that need not be repeated
	 * @throws DreamException if the file is not a usable graph
	 */
	TensorFlowEngine(final ModelSpec spec, final List<Variant> variants, final PassedChecks passed) {
		final byte[] bytes = spec.read();
		// read() has checked it if the properties contain it
		sha256 = spec.sha256().isEmpty() ? Sha256.of(bytes) : spec.sha256();
		final GraphDef frozen = FrozenGraph.parse(bytes, spec.location());
		final String input = FrozenGraph.input(frozen, spec);
		final GraphDef graph = FrozenGraph.prepare(frozen, input, spec);
		inputChannels = PictureNode.mean(graph).length;
		prepared = new GraphGeometry(graph);
		final Map<String, ReceptiveField> fields = prepared.typicalFields();
		// nodes without spatial axes, such as classifier heads, cannot be layers
		forward = new Prune(fields.keySet()).apply(graph);
		geometry = new GraphGeometry(forward);
		compiler = new ObjectiveCompiler(List.of(sha256, spec.conventions(inputChannels)), forward, geometry, variants, passed);
		compiled = new CompiledCache(this::compileKind);
		final List<LayerInfo> unnamed = layers(forward, input, fields, spec);
		outputs = Collections.unmodifiableList(NetworkOutputs.of(graph, prepared, unnamed, spec.outputChannelNames()));
		layers = Collections.unmodifiableList(NamedOutputs.name(unnamed, outputs, forward, spec));
		final List<NodeDef> obstacles = prepared.obstacles();
		final String variable = obstacles.isEmpty() ? null : new GraphNodes(graph).variable(obstacles.get(0));
		if (layers.isEmpty() && variable != null) throw new DreamException("The weights of the network in " +
			spec.location() +
			" are not in the file (node " + obstacles.get(0).getName() + " reads the variable " + variable +
			"): import a SavedModel, with its folder of variables, or freeze the variables to constants.");
		if (layers.isEmpty() && !obstacles.isEmpty()) throw new DreamException("The graph in " + spec.location() +
			" has no layer that can be used: DeepDream does not support the operation " + obstacles.get(0).getOp() +
			" (node " + obstacles
				.get(0).getName() + "), which reads the image.");
		if (layers.isEmpty()) throw new DreamException("The graph in " + spec.location() + " has no layer with spatial " +
			"axes that depends on the input " + input + ": only convolutional networks (NHWC, float32) are supported.");
	}

	private static List<LayerInfo> layers(final GraphDef graph, final String input, final Map<String, ReceptiveField> fields,
		final ModelSpec spec)
	{
		final Set<String> inputNodes = new HashSet<>(List.of(PictureNode.NAME, input));
		final List<LayerInfo> result = new ArrayList<>();
		try (Graph imported = new Graph()) {
			imported.importGraphDef(graph);
			for (final NodeDef node : graph.getNodeList()) {
				final ReceptiveField field = fields.get(node.getName());
				if (field == null || inputNodes.contains(node.getName()) || node.getName().startsWith(PictureNode.PREFIX) ||
					UNLISTED_OPS.contains(node.getOp())) continue;
				final Operation op = imported.operation(node.getName());
				final Shape shape = op.output(0).shape();
				if (shape.numDimensions() != 4 || shape.size(3) <= 0) continue;
				final String before = SATURATING.contains(node.getOp()) ? GraphNodes.nodeOf(node.getInput(0)) : null;
				result.add(new LayerInfo(node.getName(), node.containsAttr(Nodes.LAYER_OP) ? Nodes.text(node,
					Nodes.LAYER_OP) : node.getOp(), (int) shape.size(3), field.stride(), field
					.grid(), field.size(), before));
			}
		}
		catch (final RuntimeException exc) {
			throw new DreamException("TensorFlow cannot use the graph in " + spec.location() + " (" + Messages.firstLine(exc) +
				"): it may require another version of TensorFlow, or a different input node.", exc);
		}
		return result;
	}

	@Override
	public String sha256() {
		return sha256;
	}

	@Override
	public int inputChannels() {
		return inputChannels;
	}

	@Override
	public String description() {
		return "TensorFlow " + TensorFlow.version();
	}

	@Override
	public List<String> diagnostics() {
		return Diagnostics.list(compiler.failedChecks());
	}

	@Override
	public List<LayerInfo> layers() {
		return layers;
	}

	@Override
	public List<NetworkOutput> outputs() {
		return outputs;
	}

	@Override
	public ReceptiveField receptiveField(final String layer, final Axis axis, final int pixels) {
		return geometry.receptiveFields(axis, pixels).get(layer);
	}

	@Override
	public double bytesPerPixel(final List<Term> terms) {
		final Set<String> targets = terms.stream().map(Term::layer).collect(Collectors.toSet());
		final Set<String> needed = new GraphNodes(forward).upstreamOf(targets);
		double retained = 0;
		double largest = 0;
		for (final LayerInfo layer : layers) {
			if (!needed.contains(layer.name())) continue;
			final double floats = layer.channels() / layer.stride().value() / layer.stride().value();
			largest = Math.max(largest, floats);
			// convolution, bias and ReLU are fused: only the output of the last one exists
			if (!FUSED.contains(layer.op()) || targets.contains(layer.name())) retained += floats;
		}
		// the image and its gradient, which is assembled from blocks; in the backward pass, twice the gradient of the
		// largest layer
		return Float.BYTES * (3 * inputChannels + retained + 2 * largest);
	}

	@Override
	public long fixedBytes() {
		// as read, as imported, and in the layout of the processor; rotated kernels double the latter two
		return LIBRARY_BYTES + 5L * forward.getSerializedSize();
	}

	@Override
	public long retainedBytes() {
		return compiled.hasIdle() ? fixedBytes() : 0;
	}

	@Override
	public GradientFunction compile(final List<Term> terms, final Precision precision) {
		return new TensorFlowGradient(terms, geometry, compiled.lease(new ObjectiveKind(TermKind.of(terms), precision)));
	}

	@Override
	public ChannelGradients compileChannels(final String layer, final String objective, final double diversity) {
		final LayerObjective single = LayerObjectives.named(objective);
		final TermKind term = new TermKind(layer, diversity > 0 ? new DiverseObjective(single) : single);
		return new TensorFlowChannels(layer, geometry, compiled.lease(new ObjectiveKind(List.of(term), Precision.EXACT)),
			diversity);
	}

	@Override
	public Activations activations(final String layer, final float[] pixels, final int width, final int height) {
		final int across = receptiveField(layer, Axis.WIDTH, width).positions();
		final int down = receptiveField(layer, Axis.HEIGHT, height).positions();
		if (across < 1 || down < 1) throw new DreamException("The image is " + width + "x" + height +
			" pixels, too small for layer " + layer + ": enlarge the image, or choose a layer closer to the input.");
		final NetworkSession session = forwardSession();
		final int channels = session.channels(layer);
		final float[] values = new float[Math.multiplyExact(Math.multiplyExact(across, down), channels)];
		// of an image that the network pads, the positions beyond it are left out
		final int row = geometry.actualFields(Axis.WIDTH, width).get(layer).positions() * channels;
		try (NetworkSession.Run run = session.feed(pixels, 1, width, height)) {
			return run.fetch(fetched -> {
				if (row == across * channels) fetched.get(0).read(values);
				else for (int y = 0; y < down; y++)
					fetched.get(0).offset((long) y * row).read(values, y * across * channels, across * channels);
				return new Activations(across, down, channels, values);
			}, layer);
		}
	}

	/** The session for the activations of all layers, created on demand. */
	private synchronized NetworkSession forwardSession() {
		if (forwardSession == null) forwardSession = new NetworkSession(Variant.FORWARD.apply(forward));
		return forwardSession;
	}

	private CompiledObjective compileKind(final ObjectiveKind kind) {
		try {
			return compiler.compile(kind);
		}
		catch (final DreamException exc) {
			throw new DifferentiableLayers(forward, layers).exception(kind.terms().stream().map(TermKind::layer).collect(
				Collectors.toList()), exc);
		}
	}

	@Override
	public String obstacle(final String node) {
		return prepared.obstacle(node);
	}

	@Override
	public List<String> obstacles() {
		final List<String> result = new ArrayList<>();
		for (final NodeDef node : prepared.obstaclesOfConvolutions())
			result.add("there are no layers behind " + node.getOp() + " (node " + node.getName() +
			"), which is not supported");
		for (final NodeDef node : new DifferentiableLayers(forward, layers).obstacles())
			result.add("layers that depend on the image only through " + node.getOp() + " (node " + node.getName() +
				") have no gradient");
		return result;
	}

	@Override
	public List<LayerInfo> layersWithGradient() {
		return new DifferentiableLayers(forward, layers).differentiable();
	}

	@Override
	public synchronized void close() {
		compiled.close();
		if (forwardSession != null) forwardSession.close();
		forwardSession = null;
	}
}
