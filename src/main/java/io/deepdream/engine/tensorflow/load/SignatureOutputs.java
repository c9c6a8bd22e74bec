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
package io.deepdream.engine.tensorflow.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/** Keeps the outputs of a signature, which a frozen graph does not contain: as nodes with their names, each an Identity. */
public final class SignatureOutputs implements GraphRewrite {

	private static final String PREFIX = PictureNode.PREFIX + "output/";

	/** The outputs by the names of their nodes, sorted. */
	private final Map<String, TensorInfo> outputs = new TreeMap<>();

	SignatureOutputs(final SignatureDef signature) {
		signature.getOutputsMap().forEach((key, tensor) -> {
			// sparse tensors have no name
			if (!tensor.getName().isEmpty()) outputs.put(PREFIX + key.replaceAll("[^A-Za-z0-9_.\\\\/>-]", "_"), tensor);
		});
	}

	/** The names of the nodes. */
	Set<String> nodes() {
		return outputs.keySet();
	}

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphDef.Builder result = graph.toBuilder();
		outputs.forEach((name, tensor) -> result.addNode(NodeDef.newBuilder().setName(name).setOp("Identity").addInput(tensor
			.getName().replaceFirst(":0$", "")).putAttr("T", Constants.type(tensor.getDtype()))));
		return result.build();
	}

	/** For each output that a graph contains, its name and the tensor: the name of a node, or node:index. */
	public static Map<String, String> of(final GraphDef graph) {
		final Map<String, String> result = new LinkedHashMap<>();
		for (final NodeDef node : graph.getNodeList())
			if (node.getName().startsWith(PREFIX)) result.put(node.getName().substring(PREFIX.length()), node.getInput(0));
		return result;
	}
}
