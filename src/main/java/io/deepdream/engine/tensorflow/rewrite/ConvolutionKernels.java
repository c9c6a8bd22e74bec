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
package io.deepdream.engine.tensorflow.rewrite;

import java.util.List;
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

import io.deepdream.engine.loading.Machine;
import io.deepdream.engine.loading.TensorFlowEnvironment;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.Nodes;

/** The kernels that compute convolutions in this process: TensorFlow chooses once, while it is loaded. */
public enum ConvolutionKernels {

	/** TensorFlow's own. */
	TENSORFLOW,

	/** oneDNN's for processors with AVX and without AVX2. */
	ONEDNN_AVX,

	/** oneDNN's for AVX2 and newer instructions. */
	ONEDNN;

	/** A graph that is prepared for a session has oneDNN's operations under such names. */
	private static final String ONEDNN_PREFIX = "_Mkl";

	/** Environment variables that limit the instructions of oneDNN, by its documentation. */
	private static final List<String> LIMITS = List.of("ONEDNN_MAX_CPU_ISA", "DNNL_MAX_CPU_ISA");
	private static final List<String> BELOW_AVX2 = List.of("SSE41", "AVX");

	/** Queried once; the first use loads TensorFlow. */
	private static final class Current {

		private static final ConvolutionKernels KERNELS = of(usesOneDnn(), new ThisMachine(), System.getenv());

		private static boolean usesOneDnn() {
			// a placeholder, since TensorFlow would fold a constant
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

	public static ConvolutionKernels current() {
		return Current.KERNELS;
	}

	/**
	 * @param oneDnn whether TensorFlow uses oneDNN
	 * @param environment of the process
	 */
	static ConvolutionKernels of(final boolean oneDnn, final Machine machine, final Map<String, String> environment) {
		if (!oneDnn) return TENSORFLOW;
		final boolean limited = LIMITS.stream().anyMatch(name -> BELOW_AVX2.contains(environment.getOrDefault(name, "")));
		return limited || !machine.hasAvx2().orElse(true) ? ONEDNN_AVX : ONEDNN;
	}

	public boolean areOneDnn() {
		return this != TENSORFLOW;
	}

	/**
	 * For a report: which kernels, and by whose choice.
	 *
	 * @param environment of the process, as the user set it
	 */
	public String description(final Map<String, String> environment) {
		final String chosen = environment.get(TensorFlowEnvironment.ONEDNN);
		return (areOneDnn() ? "oneDNN" : "TensorFlow's own") + (chosen != null ? " (" + TensorFlowEnvironment.ONEDNN + "=" +
			chosen + " in the environment)" : areOneDnn() ? " (for TensorFlow's own, set " + TensorFlowEnvironment.ONEDNN +
				"=0 in the environment)" : "");
	}
}
