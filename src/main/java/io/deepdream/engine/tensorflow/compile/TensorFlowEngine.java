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
import io.deepdream.engine.ReceptiveField;
import io.deepdream.engine.Term;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.Messages;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.engine.tensorflow.load.FrozenGraph;
import io.deepdream.engine.tensorflow.rewrite.Variant;
import io.deepdream.model.ModelSpec;
import io.deepdream.model.Sha256;
import io.deepdream.params.DreamException;
import io.deepdream.params.Precision;

/** A frozen graph in TensorFlow-Java: graphs and sessions only, since eager sessions keep what they computed. */
final class TensorFlowEngine implements GradientEngine {

	/** Long enough for every kernel to see the inside of the image; divisible by all usual strides. */
	private static final int TYPICAL_PIXELS = 2048;

	/** Their output adds nothing to their input. */
	private static final Set<String> NO_LAYERS = Set.of("Identity", "Pad", "PadV2", "MirrorPad", "Split", "SplitV");

	private static final Set<String> FUSED = Set.of("Conv2D", "DepthwiseConv2dNative", "BiasAdd");
	private static final long LIBRARY_BYTES = 100L << 20;

	private final String sha256;
	private final GraphDef forward;
	private final GraphGeometry geometry;
	private final List<LayerInfo> layers;
	private final ObjectiveCompiler compiler;
	private final CompiledCache compiled;
	private NetworkSession forwardSession;

	/** @param variants of gradient graphs, the fastest first; checks are not cached in a file */
	TensorFlowEngine(final ModelSpec spec, final List<Variant> variants) {
		this(spec, variants, PassedChecks.none());
	}

	/**
	 * @param variants of gradient graphs, the fastest first
	 * @param passed checks that need not be repeated
	 * @throws DreamException if the file is no graph that can be used
	 */
	TensorFlowEngine(final ModelSpec spec, final List<Variant> variants, final PassedChecks passed) {
		final byte[] bytes = spec.read();
		// if one was promised, it was compared
		sha256 = spec.sha256().isEmpty() ? Sha256.of(bytes) : spec.sha256();
		final GraphDef frozen = FrozenGraph.parse(bytes, spec.location());
		final String input = FrozenGraph.input(frozen, spec);
		final GraphDef graph = FrozenGraph.prepare(frozen, input, spec);
		final Map<String, ReceptiveField> extents = new GraphGeometry(graph).receptiveFields(Axis.WIDTH, TYPICAL_PIXELS);
		// what keeps no image axes (classifier heads) can be no layer of a dream
		forward = new Prune(extents.keySet()).apply(graph);
		geometry = new GraphGeometry(forward);
		compiler = new ObjectiveCompiler(List.of(sha256, spec.conventions()), forward, geometry, variants, passed);
		compiled = new CompiledCache(this::build);
		layers = Collections.unmodifiableList(layers(forward, input, extents, spec));
		if (layers.isEmpty()) throw new DreamException("The graph in " + spec.location() + " has no layer that takes the " +
			"input " + input + " as an image: only convolutional networks (NHWC, float32) can dream.");
	}

	private static List<LayerInfo> layers(final GraphDef graph, final String input, final Map<String, ReceptiveField> extents,
		final ModelSpec spec)
	{
		final Set<String> own = new HashSet<>(List.of(PictureNode.NAME, input));
		final List<LayerInfo> result = new ArrayList<>();
		try (Graph imported = new Graph()) {
			imported.importGraphDef(graph);
			for (final NodeDef node : graph.getNodeList()) {
				final ReceptiveField extent = extents.get(node.getName());
				if (extent == null || own.contains(node.getName()) || node.getName().startsWith(PictureNode.PREFIX) ||
					NO_LAYERS.contains(node.getOp())) continue;
				final Operation op = imported.operation(node.getName());
				final Shape shape = op.output(0).shape();
				if (shape.numDimensions() != 4 || shape.size(3) <= 0) continue;
				final String beforeRelu = node.getOp().equals("Relu") ? GraphNodes.nodeOf(node.getInput(0)) : null;
				result.add(new LayerInfo(node.getName(), node.getOp(), (int) shape.size(3), extent.stride(), extent
					.size(), beforeRelu));
			}
		}
		catch (final RuntimeException exc) {
			throw new DreamException("TensorFlow cannot use the graph in " + spec.location() + " (" + Messages.firstLine(exc) +
				"): it may have been made for another version, or its input node may be another one.", exc);
		}
		return result;
	}

	@Override
	public String sha256() {
		return sha256;
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
	public ReceptiveField receptiveField(final String layer, final Axis axis, final int pixels) {
		return geometry.receptiveFields(axis, pixels).get(layer);
	}

	@Override
	public double bytesPerPixel(final List<Term> terms) {
		final Set<String> targets = terms.stream().map(Term::layer).collect(Collectors.toSet());
		final Set<String> needed = new GraphNodes(forward).upstreamOf(targets);
		double kept = 0;
		double largest = 0;
		for (final LayerInfo layer : layers) {
			if (!needed.contains(layer.name())) continue;
			final double floats = (double) layer.channels() / layer.stride() / layer.stride();
			largest = Math.max(largest, floats);
			// convolution, bias and ReLU run as one: only the last one's output exists
			if (!FUSED.contains(layer.op()) || targets.contains(layer.name())) kept += floats;
		}
		// the picture and its gradient, which is assembled from blocks; in the backward pass, the largest layer's gradient twice
		return Float.BYTES * (3 * 3 + kept + 2 * largest);
	}

	@Override
	public long fixedBytes() {
		// as read, as imported, and as laid out for the processor; turned kernels double the latter two
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
		final LayerObjective alone = LayerObjectives.named(objective);
		final TermKind term = new TermKind(layer, diversity > 0 ? new DiverseObjective(alone) : alone);
		return new TensorFlowChannels(layer, this, compiled.lease(new ObjectiveKind(List.of(term), Precision.EXACT)),
			diversity);
	}

	@Override
	public Activations activations(final String layer, final float[] pixels, final int width, final int height) {
		final int across = receptiveField(layer, Axis.WIDTH, width).positions();
		final int down = receptiveField(layer, Axis.HEIGHT, height).positions();
		if (across < 1 || down < 1) throw new DreamException("The image is " + width + "x" + height +
			" pixels, too small for layer " + layer + ": enlarge the image, or choose a layer nearer to the input.");
		final NetworkSession session = forwardSession();
		final int channels = session.channels(layer);
		final float[] values = new float[Math.multiplyExact(Math.multiplyExact(across, down), channels)];
		try (NetworkSession.Run run = session.feed(pixels, 1, width, height)) {
			return run.fetch(fetched -> {
				fetched.get(0).read(values);
				return new Activations(across, down, channels, values);
			}, layer);
		}
	}

	/** One for all layers, made when it is first needed. */
	private synchronized NetworkSession forwardSession() {
		if (forwardSession == null) forwardSession = new NetworkSession(forward);
		return forwardSession;
	}

	private CompiledObjective build(final ObjectiveKind kind) {
		try {
			return compiler.compile(kind);
		}
		catch (final DreamException exc) {
			throw new GradientGaps(forward, layers).refusal(kind.terms().stream().map(TermKind::layer).collect(Collectors.toList()),
				exc);
		}
	}

	@Override
	public List<LayerInfo> layersWithGradient() {
		return new GradientGaps(forward, layers).working();
	}

	@Override
	public synchronized void close() {
		compiled.close();
		if (forwardSession != null) forwardSession.close();
		forwardSession = null;
	}
}
