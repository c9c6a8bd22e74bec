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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

import io.deepdream.params.DreamException;
import io.deepdream.params.Nearest;

/** Chooses a signature of a SavedModel. */
final class Signatures {

	private static final String DEFAULT = "serving_default";

	private Signatures() {}

	/**
	 * @param requested name of the signature; empty = the default one, or the only one that
	 *          takes images
	 * @throws DreamException if there is no such signature, or several take images and none
	 *           is the default
	 */
	static SignatureDef choose(final MetaGraphDef meta, final String requested) {
		final Map<String, SignatureDef> signatures = new TreeMap<>(meta.getSignatureDefMap());
		// functions without inputs, such as initialisers
		signatures.values().removeIf(signature -> signature.getInputsCount() == 0);
		if (signatures.isEmpty()) throw new DreamException("The SavedModel has no signature with an input: " +
			"save it with a signature, in Keras by model.export or tf.saved_model.save.");
		if (!requested.isEmpty() && !signatures.containsKey(requested)) throw new DreamException(
			"The SavedModel has no signature \"" + requested + "\" (did you mean \"" + Nearest.to(requested,
			List.copyOf(signatures
				.keySet())) + "\"?): its signatures are " + String.join(", ", signatures.keySet()) + ".");
		if (!requested.isEmpty()) return signatures.get(requested);
		final List<String> images = signatures.keySet().stream().filter(name ->
			takesImages(signatures.get(name))).collect(Collectors
			.toList());
		final List<String> candidates = images.isEmpty() ? List.copyOf(signatures.keySet()) : images;
		if (candidates.contains(DEFAULT)) return signatures.get(DEFAULT);
		if (candidates.size() == 1) return signatures.get(candidates.get(0));
		throw new DreamException("The SavedModel has several signatures (" + String.join(", ", candidates) +
			"): choose one with signature=" + candidates.get(0) + ", for example.");
	}

	private static boolean takesImages(final SignatureDef signature) {
		return signature.getInputsMap().values().stream().anyMatch(Signatures::isImage);
	}

	private static boolean isImage(final TensorInfo input) {
		return (input.getDtype() == DataType.DT_FLOAT || input.getDtype() == DataType.DT_UINT8) && (input.getTensorShape()
			.getUnknownRank() || input.getTensorShape().getDimCount() == 4);
	}
}
