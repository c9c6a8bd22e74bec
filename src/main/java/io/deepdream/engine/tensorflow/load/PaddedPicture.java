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

import java.util.ArrayList;
import java.util.List;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphGeometry;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/**
 * Pads the image by reflection to a size that all layers of a U-Net fit, on the right and
 * at the bottom. It is a part of the network, so that it holds for whole images, tiles
 * and previews, and its gradient is exact.
 */
final class PaddedPicture implements GraphRewrite {

	private static final DataType INT32 = DataType.DT_INT32;

	@Override
	public GraphDef apply(final GraphDef graph) {
		final int multiple = new GraphGeometry(graph).requiredMultiple();
		if (multiple == 1) return graph;
		final GraphDef.Builder result = graph.toBuilder().clearNode().addAllNode(padded(multiple, PictureNode.mean(graph).length));
		for (final NodeDef node : graph.getNodeList()) {
			final NodeDef.Builder reader = node.toBuilder();
			for (int i = 0; i < node.getInputCount(); i++)
				if (GraphNodes.nodeOf(node.getInput(i)).equals(PictureNode.NAME)) reader.setInput(i, PictureNode.PADDED);
			result.addNode(reader);
		}
		return result.build();
	}

	/** Of n pixels, -n modulo the multiple are missing. */
	private static List<NodeDef> padded(final int multiple, final int channels) {
		final String name = PictureNode.PADDED;
		final List<NodeDef> nodes = new ArrayList<>();
		nodes.add(Constants.ofInts(name + "/multiple", new int[] { 1, multiple, multiple, 1 }, 4));
		nodes.add(Constants.ofInts(name + "/before", new int[4], 4));
		nodes.add(Nodes.op("Shape", name + "/size", PictureNode.NAME).putAttr("out_type", Constants.type(INT32)).build());
		nodes.add(Nodes.op(INT32, "Neg", name + "/negative", name + "/size").build());
		nodes.add(Nodes.op(INT32, "FloorMod", name + "/after", name + "/negative", name + "/multiple").build());
		nodes.add(Nodes.op(INT32, "Pack", name + "/paddings", name + "/before", name + "/after").putAttr("N",
			Nodes.number(2)).putAttr(
			"axis", Nodes.number(1)).build());
		final String reflected = channels == 1 ? name + "/reflected" : name;
		nodes.add(Nodes.op("MirrorPad", reflected, PictureNode.NAME, name + "/paddings").putAttr("Tpaddings",
			Constants.type(INT32)).putAttr("mode", Nodes.text("REFLECT")).build());
		if (channels == 1) {
			// states the number of channels, which TensorFlow cannot infer from computed paddings: the sum of the image and
			// another layer of one channel, as in residual networks, would have an unknown number
			nodes.add(Constants.ofFloats(name + "/zero", new float[1], 1));
			nodes.add(Nodes.op("BiasAdd", name, reflected, name + "/zero").build());
		}
		return nodes;
	}
}
