package io.deepdream.engine.tensorflow.load;

import java.util.List;
import java.util.stream.Collectors;

import com.google.protobuf.InvalidProtocolBufferException;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;
import io.deepdream.params.Nearest;

/** Reads the file of a frozen graph and finds its input. */
public final class FrozenGraph {

	private FrozenGraph() {}

	/**
	 * @param where the file, for messages
	 * @throws DreamException if the bytes are no whole GraphDef
	 */
	public static GraphDef parse(final byte[] bytes, final String where) {
		final GraphDef graph;
		try {
			graph = GraphDef.parseFrom(bytes);
		}
		catch (final InvalidProtocolBufferException exc) {
			throw new DreamException("The file " + where + " is not a frozen TensorFlow graph, or only a part of one: " +
				"fetch it again, or give the path of a .pb file.", exc);
		}
		final GraphNodes nodes = new GraphNodes(graph);
		for (final NodeDef node : graph.getNodeList())
			for (final String source : GraphNodes.sources(node))
				if (nodes.get(source) == null) throw new DreamException("The graph in " + where + " is incomplete: its node " +
					node.getName() + " reads " + source + ", which is not there; fetch the file again.");
		if (nodes.all().stream().noneMatch(n -> n.getOp().equals("Const"))) throw new DreamException("The file " +
			where + " holds no frozen TensorFlow graph (no weights are in it): give a .pb file whose variables were " +
			"frozen to constants.");
		return graph;
	}

	/** In the form that layers and gradients are looked for in, from {@link PictureNode#NAME} on. */
	public static GraphDef prepared(final GraphDef frozen, final String input, final ModelSpec spec) {
		GraphDef graph = frozen;
		for (final GraphRewrite rewrite : List.of(new ClearDevices(), new TrainingSwitches(), new ConcatToV2(),
			new IdentityNToIdentity(), new MaxPoolAttributes(), new ExplicitPadding(), new BatchNormalisation(),
			new InputConvention(input, spec)))
			graph = rewrite.apply(graph);
		return graph;
	}

	/**
	 * The name of the node that takes the image.
	 *
	 * @throws DreamException if there is none, or several to choose from
	 */
	public static String input(final GraphDef graph, final ModelSpec spec) {
		final List<String> placeholders = graph.getNodeList().stream().filter(n -> n.getOp().equals("Placeholder") && n
			.getAttrOrDefault("dtype", Constants.type(DataType.DT_FLOAT)).getType() == DataType.DT_FLOAT).map(
				NodeDef::getName).collect(Collectors.toList());
		if (!spec.input().isEmpty()) {
			if (new GraphNodes(graph).get(spec.input()) != null) return spec.input();
			throw new DreamException("The graph in " + spec.location() + " has no node \"" + spec.input() +
				"\": correct the line input = ... in its properties file" + (placeholders.isEmpty() ? "." : "; did you mean " +
					Nearest.to(spec.input(), placeholders) + "?"));
		}
		if (placeholders.size() == 1) return placeholders.get(0);
		throw new DreamException("The graph in " + spec.location() + (placeholders.isEmpty()
			? " has no input (no Placeholder of float32)" : " has several inputs (" + String.join(", ", placeholders) +
				")") + ": name the node that takes the image with input = ... in a properties file beside it.");
	}
}
