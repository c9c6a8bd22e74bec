package io.deepdream.engine.tensorflow.rewrite;

import java.util.Map;

import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;

import io.deepdream.engine.loading.TensorFlowEnvironment;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.Nodes;

/** Detects the kernels that compute convolutions in this process. TensorFlow selects them when it is loaded. */
public final class ConvolutionKernels {

	/** Prefix of the operations computed by oneDNN, which are renamed when a session optimises its graph. */
	private static final String ONEDNN_PREFIX = "_Mkl";

	private ConvolutionKernels() {}

	/** Detects the kernels once; the first call loads TensorFlow. */
	private static final class Library {

		private static final boolean ONEDNN = usesOneDnn();

		private static boolean usesOneDnn() {
			// a placeholder, since a constant would be folded
			final NodeDef x = NodeDef.newBuilder().setOp("Placeholder").setName("x").putAttr("dtype", Constants.type(
				DataType.DT_FLOAT)).build();
			final GraphDef definition = GraphDef.newBuilder().addNode(x).addNode(Constants.ofFloats("w", new float[] { 1 }, 1, 1,
				1, 1)).addNode(Nodes.convolution("convolved", "x", "w", "SAME")).build();
			final RunOptions options = RunOptions.newBuilder().setOutputPartitionGraphs(true).build();
			try (Graph graph = new Graph(); TFloat32 one = TFloat32.tensorOf(Shape.of(1, 1, 1, 1))) {
				graph.importGraphDef(definition);
				try (Session session = new Session(graph); Result result = session.runner().feed("x", one).fetch("convolved")
					.setOptions(options).runAndFetchMetadata())
				{
					return result.getMetadata().orElseThrow().getPartitionGraphsList().stream().flatMap(part -> part.getNodeList()
						.stream()).anyMatch(node -> node.getOp().startsWith(ONEDNN_PREFIX));
				}
			}
		}
	}

	/** Whether oneDNN computes convolutions, instead of TensorFlow's own kernels. */
	public static boolean areOneDnn() {
		return Library.ONEDNN;
	}

	/**
	 * The kernels and the setting that selects them, for bug reports.
	 *
	 * @param environment environment variables of the process
	 */
	public static String description(final Map<String, String> environment) {
		final String kernels = areOneDnn() ? "oneDNN" : "TensorFlow's own";
		final String setting = environment.get(TensorFlowEnvironment.ONEDNN);
		return kernels + (setting != null ? ", set by the environment variable " + TensorFlowEnvironment.ONEDNN + "=" +
			setting : areOneDnn() ? "; set the environment variable " + TensorFlowEnvironment.ONEDNN +
				"=0 to use TensorFlow's own" : "");
	}
}
