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

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphEdit;
import io.deepdream.engine.tensorflow.graph.GraphRewrite;
import io.deepdream.engine.tensorflow.graph.Nodes;
import io.deepdream.engine.tensorflow.graph.PictureNode;

/**
 * Replaces batch normalisation with stored statistics by Mul and BiasAdd. The first
 * two versions of FusedBatchNorm have no gradient in C++, and the gradient of the
 * third also computes derivatives with respect to the statistics.
 * <p>
 * A batch normalisation with the statistics of the batch (of a network frozen in
 * training mode) becomes the third version, which has a gradient.
 * </p>
 */
final class BatchNormalisation implements GraphRewrite {

	private static final float DEFAULT_EPSILON = 1e-4f;

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		for (final NodeDef node : graph.getNodeList()) {
			if (!Nodes.isBatchNormalisation(node)) continue;
			if (Nodes.usesBatchStatistics(node)) edit.replace(node, node.toBuilder().setOp("FusedBatchNormV3").putAttr("U", Constants.type(
				DataType.DT_FLOAT)));
			else replaceByMulAndBiasAdd(node, edit);
		}
		return edit.result();
	}

	private static void replaceByMulAndBiasAdd(final NodeDef node, final GraphEdit edit) {
		final NodeDef[] constants = new NodeDef[4];
		for (int i = 0; i < 4; i++) {
			constants[i] = edit.nodes().constant(node.getInput(1 + i));
			if (constants[i] == null) return;
		}
		final float[] gamma = Constants.floats(constants[0]);
		final float[] beta = Constants.floats(constants[1]);
		final float[] mean = Constants.floats(constants[2]);
		final float[] variance = Constants.floats(constants[3]);
		final float epsilon = node.containsAttr("epsilon") ? node.getAttrOrThrow("epsilon").getF() : DEFAULT_EPSILON;
		final int n = gamma.length;
		final float[] factor = new float[n];
		final float[] summand = new float[n];
		for (int c = 0; c < n; c++) {
			final double f = gamma[c] / Math.sqrt((double) variance[c] + epsilon);
			factor[c] = (float) f;
			summand[c] = (float) (beta[c] - mean[c] * f);
		}
		final String prefix = PictureNode.PREFIX + node.getName();
		edit.replace(node, Constants.ofFloats(prefix + "/factor", factor, n), Constants.ofFloats(prefix + "/summand", summand, n),
			Nodes.op("Mul", prefix + "/scaled", node.getInput(0), prefix + "/factor"), Nodes.op("BiasAdd", node.getName(), prefix +
				"/scaled", prefix + "/summand"));
	}
}
