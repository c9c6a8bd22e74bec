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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.tensorflow.Graph;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.RawTensor;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.op.Scope;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;

import io.deepdream.engine.tensorflow.graph.Constants;
import io.deepdream.engine.tensorflow.graph.GraphNodes;
import io.deepdream.engine.tensorflow.graph.Messages;
import io.deepdream.engine.tensorflow.graph.PictureNode;
import io.deepdream.engine.tensorflow.graph.Prune;
import io.deepdream.params.DreamException;

/** Freezes a SavedModel: the graph of its signature is inlined, and its variables become constants. */
public final class SavedModel {

	/** Variables of TensorFlow 1, which are read without ReadVariableOp. */
	private static final Set<String> TF1_VARIABLES = Set.of("VariableV2", "Variable");

	private final SavedModelBundle bundle;

	private SavedModel(final SavedModelBundle bundle) {
		this.bundle = bundle;
	}

	/**
	 * @param folder contains saved_model.pb
	 * @param signature name of the signature; empty = the one that takes images
	 * @return the frozen GraphDef, serialized
	 * @throws DreamException if the folder is not a SavedModel, or cannot be frozen
	 */
	public static byte[] freeze(final Path folder, final String signature) {
		if (!Files.isRegularFile(folder.resolve("saved_model.pb"))) throw new DreamException("The folder " + folder +
			" is not a SavedModel: it must contain saved_model.pb and the folder variables.");
		try (SavedModelBundle bundle = SavedModelBundle.loader(folder.toString()).withTags(tags(folder)).load()) {
			return bytes(new SavedModel(bundle).freeze(Signatures.choose(bundle.metaGraphDef(), signature)));
		}
		catch (final DreamException exc) {
			throw exc;
		}
		catch (final IOException | RuntimeException exc) {
			throw new DreamException("The SavedModel in " + folder + " cannot be frozen (" + Messages.firstLine(exc) +
				"): it may be incomplete, or saved by a newer version of TensorFlow than " + TensorFlow.version() + ".", exc);
		}
	}

	/** The same bytes for the same graph: attributes are otherwise in random order, and the checksum would differ with every import. */
	private static byte[] bytes(final GraphDef graph) throws IOException {
		final byte[] bytes = new byte[graph.getSerializedSize()];
		final CodedOutputStream out = CodedOutputStream.newInstance(bytes);
		out.useDeterministicSerialization();
		graph.writeTo(out);
		out.checkNoSpaceLeft();
		return bytes;
	}

	/** The tags of the graph for inference: those with the tag serve, or those of the only graph. */
	private static String[] tags(final Path folder) throws IOException {
		final List<List<String>> all = new ArrayList<>();
		for (final MetaGraphDef meta : org.tensorflow.proto.SavedModel.parseFrom(Files.readAllBytes(folder.resolve(
			"saved_model.pb"))).getMetaGraphsList())
			all.add(new ArrayList<>(meta.getMetaInfoDef().getTagsList()));
		if (all.size() == 1) return all.get(0).toArray(new String[0]);
		all.sort(Comparator.comparing(List::size));
		return all.stream().filter(tags -> tags.contains(SavedModelBundle.DEFAULT_TAG)).findFirst().orElseThrow(
			() -> new DreamException("The SavedModel in " + folder + " has several graphs, with the tags " + all +
				", and none with the tag " + SavedModelBundle.DEFAULT_TAG +
				": save the one for inference with this tag.")).toArray(
					new String[0]);
	}

	private GraphDef freeze(final SignatureDef signature) {
		final MetaGraphDef meta = bundle.metaGraphDef();
		final SignatureOutputs outputs = new SignatureOutputs(signature);
		final GraphDef signatureGraph = new Prune(outputs.nodes()).apply(outputs.apply(meta.getGraphDef()));
		final GraphDef inlined = new InlineFunctions(TensorFlow.registeredOpList().getOpList()).apply(signatureGraph);
		final GraphDef.Builder frozen = inlined.toBuilder().clearNode();
		final Map<String, Output<?>> values = values(inlined);
		try (Result read = read(values)) {
			final Map<String, Integer> indices = new LinkedHashMap<>();
			values.keySet().forEach(name -> indices.put(name, indices.size()));
			for (final NodeDef node : inlined.getNodeList()) {
				final String variable = variableOf(node);
				if (variable != null) frozen.addNode(constant(node.getName(), read.get(indices.get(variable)).asRawTensor()));
				else if (!node.getOp().equals("VarHandleOp")) frozen.addNode(node);
			}
		}
		return frozen.build();
	}

	/** The variable that a node reads; null if it reads none. */
	private static String variableOf(final NodeDef node) {
		if (node.getOp().equals("ReadVariableOp")) return GraphNodes.nodeOf(node.getInput(0));
		return TF1_VARIABLES.contains(node.getOp()) ? node.getName() : null;
	}

	/** For each variable, the output with its value in the bundle's graph. */
	private Map<String, Output<?>> values(final GraphDef inlined) {
		final Graph graph = bundle.graph();
		final Scope scope = Ops.create(graph).scope();
		final Map<String, Output<?>> values = new LinkedHashMap<>();
		for (final NodeDef node : inlined.getNodeList()) {
			final String variable = variableOf(node);
			if (variable == null || values.containsKey(variable)) continue;
			final Operation operation = graph.operation(variable);
			if (operation == null) throw new IllegalArgumentException("the variable " + variable + " is not in the graph");
			values.put(variable, node.getOp().equals("ReadVariableOp") ? graph.opBuilder("ReadVariableOp",
				PictureNode.PREFIX + "read" + values.size(), scope).addInput(operation.output(0)).setAttr("dtype", node.getAttrOrThrow(
					"dtype").getType()).build().output(0) : operation.output(0));
		}
		return values;
	}

	private Result read(final Map<String, Output<?>> values) {
		final org.tensorflow.Session.Runner runner = bundle.session().runner();
		values.values().forEach(runner::fetch);
		if (values.isEmpty()) throw new DreamException("The SavedModel has no trained weights: its output " +
			"depends on no variables.");
		return runner.run();
	}

	private static NodeDef constant(final String name, final RawTensor tensor) {
		final byte[] bytes = new byte[Math.toIntExact(tensor.numBytes())];
		tensor.data().read(bytes);
		final TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (int i = 0; i < tensor.shape().numDimensions(); i++)
			shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(tensor.shape().size(i)));
		final DataType type = tensor.dataType();
		final TensorProto value = TensorProto.newBuilder().setDtype(type).setTensorShape(shape).setTensorContent(ByteString
			.copyFrom(bytes)).build();
		return NodeDef.newBuilder().setName(name).setOp("Const").putAttr("dtype", Constants.type(type)).putAttr("value",
			AttrValue.newBuilder().setTensor(value).build()).build();
	}
}
