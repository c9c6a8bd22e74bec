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

import java.util.List;

import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import com.google.protobuf.InvalidProtocolBufferException;

import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;

/** Reads the file of a frozen graph, finds its input and prepares it for gradients. */
public final class FrozenGraph {

	private FrozenGraph() {}

	/**
	 * @param bytes a serialized GraphDef
	 * @param location of the file, for messages
	 * @return the graph; weights that the file stores in 16 bits are float32
	 * @throws DreamException if the bytes are not a complete frozen GraphDef
	 */
	public static GraphDef parse(final byte[] bytes, final String location) {
		final GraphDef graph;
		try {
			graph = GraphDef.parseFrom(bytes);
		}
		catch (final InvalidProtocolBufferException exc) {
			throw new DreamException("The file " + location + " is not a frozen TensorFlow graph, or is truncated: " +
				"download it again, or choose a .pb file.", exc);
		}
		final GraphNodes nodes = new GraphNodes(graph);
		for (final NodeDef node : graph.getNodeList())
			for (final String source : GraphNodes.sources(node))
				if (nodes.get(source) == null) throw new DreamException("The graph in " + location + " is incomplete: its node " +
					node.getName() + " reads the missing node " + source + "; download the file again.");
		if (nodes.all().stream().noneMatch(n -> n.getOp().equals("Const"))) throw new DreamException("The file " +
			location + " contains no frozen TensorFlow graph (it has no weights): choose a .pb file whose variables are " +
			"frozen to constants.");
		return new StoredPrecision().apply(graph);
	}

	/**
	 * Prepares a graph for gradients: its input becomes {@link PictureNode#NAME}, and
	 * unsupported operations are replaced.
	 *
	 * @param input name of the graph's input node
	 */
	public static GraphDef prepare(final GraphDef frozen, final String input, final ModelSpec spec) {
		GraphDef graph = frozen;
		for (final GraphRewrite rewrite : List.of(new ClearDevices(), new TrainingSwitches(), new Dropout(input),
			new ConcatToV2(),
			new IdentityNToIdentity(), new MaxPoolAttributes(), new SpaceToBatchConvolution(), new ExplicitPadding(),
			new BatchNormalisation(),
			new LogSoftmaxFromSums(),
			new InputConvention(input, spec), new GroupedConvolutions(), new DilatedConvolutions(),
			new PaddedPicture()))
			graph = rewrite.apply(graph);
		return graph;
	}

	/**
	 * Finds the node that takes the image.
	 *
	 * @return its name
	 * @throws DreamException if there is none or there are several and the spec does not
	 *           name one, or if its number of channels contradicts the spec
	 */
	public static String input(final GraphDef graph, final ModelSpec spec) {
		return new InputNode(graph, spec).name();
	}
}
