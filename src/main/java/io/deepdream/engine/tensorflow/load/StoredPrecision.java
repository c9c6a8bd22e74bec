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

/**
 * Replaces casts of float16 and bfloat16 constants by float32 constants with the casts'
 * names. Files store weights this way to halve their size; other rewrites, and the
 * inference of receptive fields, expect constant kernels.
 */
final class StoredPrecision implements GraphRewrite {

	@Override
	public GraphDef apply(final GraphDef graph) {
		final GraphEdit edit = new GraphEdit(graph);
		for (final NodeDef node : graph.getNodeList()) {
			if (!node.getOp().equals("Cast") || node.getAttrOrThrow("DstT").getType() != DataType.DT_FLOAT) continue;
			final NodeDef stored = edit.nodes().constant(node.getInput(0));
			if (stored != null && Constants.isFloat(stored)) edit.replace(node, Constants.ofFloats(node.getName(), Constants
				.floats(stored), Constants.shape(stored)));
		}
		return edit.result();
	}
}
