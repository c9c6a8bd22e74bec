package io.deepdream.engine.tensorflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.HashSet;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Computes the 1x1 convolutions of one input, each followed by bias and ReLU, as
 * one: Inception's blocks have three of them. One large product is faster than
 * three small ones, above all on the way back, where their gradients need not be
 * added up. The ReLUs keep their names, as parts of the whole.
 */
final class MergeSiblings implements GraphRewrite {

	private final Set<String> targets;

	/** @param targets nodes that must go on existing */
	MergeSiblings(final Collection<String> targets) {
		this.targets = new HashSet<>(targets);
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphNodes nodes = new GraphNodes(graph);
		final Map<String, List<NodeDef>> readers = readers(graph);
		final Map<String, List<Branch>> byInput = new LinkedHashMap<>();
		for (final NodeDef node : graph.getNodeList()) {
			final Branch branch = branch(node, nodes, readers);
			if (branch != null) byInput.computeIfAbsent(node.getInput(0), input -> new ArrayList<>()).add(branch);
		}
		final Set<String> replaced = new HashSet<>();
		final GraphDef.Builder result = graph.toBuilder().clearNode();
		for (final List<Branch> siblings : byInput.values()) {
			if (siblings.size() < 2) continue;
			merge(siblings, result);
			for (final Branch branch : siblings)
				replaced.addAll(List.of(branch.convolution.getName(), branch.bias, branch.relu));
		}
		for (final NodeDef node : graph.getNodeList())
			if (!replaced.contains(node.getName())) result.addNode(node);
		return result.build();
	}

	private static Map<String, List<NodeDef>> readers(final GraphDef graph) {
		final Map<String, List<NodeDef>> readers = new HashMap<>();
		for (final NodeDef node : graph.getNodeList())
			for (final String source : GraphNodes.sources(node))
				readers.computeIfAbsent(source, name -> new ArrayList<>()).add(node);
		return readers;
	}

	/** Null for what cannot be merged. */
	private Branch branch(final NodeDef node, final GraphNodes nodes, final Map<String, List<NodeDef>> readers) {
		if (!node.getOp().equals("Conv2D") || !Nodes.allOnes(node, "strides") || "NCHW".equals(Nodes.text(node,
			"data_format"))) return null;
		final NodeDef kernel = nodes.constant(node.getInput(1));
		if (kernel == null || Constants.shape(kernel)[0] != 1 || Constants.shape(kernel)[1] != 1) return null;
		final NodeDef bias = onlyReader(node, "BiasAdd", readers);
		final NodeDef relu = bias == null ? null : onlyReader(bias, "Relu", readers);
		final NodeDef biases = relu == null ? null : nodes.constant(bias.getInput(1));
		return biases == null ? null : new Branch(node, kernel, bias.getName(), biases, relu.getName());
	}

	private NodeDef onlyReader(final NodeDef node, final String op, final Map<String, List<NodeDef>> readers) {
		final List<NodeDef> found = readers.getOrDefault(node.getName(), List.of());
		return !targets.contains(node.getName()) && found.size() == 1 && found.get(0).getOp().equals(op) ? found.get(0)
			: null;
	}

	private static void merge(final List<Branch> siblings, final GraphDef.Builder graph) {
		final NodeDef first = siblings.get(0).convolution;
		final String name = siblings.get(0).relu + "/siblings";
		final int ins = Constants.shape(siblings.get(0).kernel)[2];
		final int outs = siblings.stream().mapToInt(Branch::channels).sum();
		final float[] kernel = new float[ins * outs];
		final float[] bias = new float[outs];
		final int[] sizes = new int[siblings.size()];
		int offset = 0;
		for (int k = 0; k < sizes.length; k++) {
			final Branch branch = siblings.get(k);
			sizes[k] = branch.channels();
			final float[] own = Constants.floats(branch.kernel);
			for (int i = 0; i < ins; i++)
				System.arraycopy(own, i * sizes[k], kernel, i * outs + offset, sizes[k]);
			System.arraycopy(Constants.floats(branch.biases), 0, bias, offset, sizes[k]);
			offset += sizes[k];
		}
		graph.addNode(Constants.ofFloats(name + "/kernel", kernel, 1, 1, ins, outs));
		graph.addNode(Constants.ofFloats(name + "/biases", bias, outs));
		graph.addNode(Constants.ofInts(name + "/sizes", sizes, sizes.length));
		graph.addNode(Constants.ofInts(name + "/axis", new int[] { 3 }));
		graph.addNode(Nodes.convolution(name + "/convolution", first.getInput(0), name + "/kernel", "SAME"));
		graph.addNode(Nodes.op("BiasAdd", name + "/bias", name + "/convolution", name + "/biases"));
		graph.addNode(Nodes.op("Relu", name + "/relu", name + "/bias"));
		graph.addNode(Nodes.op("SplitV", name + "/split", name + "/relu", name + "/sizes", name + "/axis").putAttr("Tlen",
			Constants.type(DataType.DT_INT32)).putAttr("num_split", Nodes.number(sizes.length)));
		for (int k = 0; k < sizes.length; k++)
			graph.addNode(Nodes.op("Identity", siblings.get(k).relu, name + "/split:" + k));
	}

	private static final class Branch {

		private final NodeDef convolution;
		private final NodeDef kernel;
		private final String bias;
		private final NodeDef biases;
		private final String relu;

		Branch(final NodeDef convolution, final NodeDef kernel, final String bias, final NodeDef biases,
			final String relu)
		{
			this.convolution = convolution;
			this.kernel = kernel;
			this.bias = bias;
			this.biases = biases;
			this.relu = relu;
		}

		int channels() {
			return Constants.shape(kernel)[3];
		}
	}
}
