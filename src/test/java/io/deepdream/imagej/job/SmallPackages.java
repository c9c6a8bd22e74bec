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
package io.deepdream.imagej.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.math.Sigmoid;
import org.tensorflow.op.nn.Conv2d;
import org.tensorflow.op.nn.Relu;
import org.tensorflow.types.TFloat32;

import io.deepdream.model.packages.Zips;

/** Packages of some kB with a network of RGB input and five output channels that runs. */
public final class SmallPackages {

	/** Weights and inputs of bioimage.io's format 0.4; height 3, width 4 of the test image. */
	private static final String DESCRIPTION = "format_version: 0.4.10\ntype: model\nname: Cells\nlicense: CC0-1.0\n" +
		"cite: [{text: A. Author, doi: 10.1/2}]\ntest_inputs: [test_input.npy]\ncovers: [cover.png]\n" +
		"inputs:\n- {name: raw, axes: byxc, shape: {min: [1, 8, 8, 3], step: [0, 1, 1, 0]}, preprocessing: " +
		"[{name: scale_linear, kwargs: {gain: 0.0078125, offset: -1}}]}\n" +
		"outputs:\n- {name: probability, axes: byxc, shape: {reference_tensor: raw, scale: [1, 1, 1, 1], offset: [0, 0, 0, 1]}}\n" +
		"weights:\n  tensorflow_saved_model_bundle: {source: weights.zip, tensorflow_version: '2.16'}\n";

	private SmallPackages() {}

	/** The layers are first (8 channels), relu (8), last (5) and output (5), with weights in variables. */
	static Path savedModel(final Path folder) {
		try (Graph graph = new Graph(); Session session = new Session(graph)) {
			final Ops tf = Ops.create(graph);
			final Placeholder<TFloat32> in = tf.withName("x").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1,
				-1, 3)));
			final Conv2d<TFloat32> first = tf.withName("first").nn.conv2d(in, variable(tf, session, "kernel1", 3, 3, 3, 8), List
				.of(1L, 2L, 2L, 1L), "SAME");
			final Relu<TFloat32> relu = tf.withName("relu").nn.relu(first);
			final Conv2d<TFloat32> last = tf.withName("last").nn.conv2d(relu, variable(tf, session, "kernel2", 3, 3, 8, 5), List
				.of(1L, 1L, 1L, 1L), "SAME");
			final Sigmoid<TFloat32> out = tf.withName("output").math.sigmoid(last);
			SavedModelBundle.exporter(folder.toString()).withFunction(SessionFunction.create(Signature.builder().key(
				"serving_default").input("input", in).output("output", out).build(), session)).export();
		}
		catch (final IOException exc) {
			throw new java.io.UncheckedIOException(exc);
		}
		return folder;
	}

	private static Variable<TFloat32> variable(final Ops tf, final Session session, final String name, final long... shape) {
		final Variable<TFloat32> variable = tf.withName(name).variable(Shape.of(shape), TFloat32.class);
		final float[] values = new float[(int) Shape.of(shape).size()];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) Math.sin(i + 1) / 4;
		final Operand<TFloat32> constant = tf.reshape(tf.constant(values), tf.constant(shape));
		session.runner().addTarget(tf.assign(variable, constant)).run();
		return variable;
	}

	/** Adds all files of a folder under a path. */
	static Zips add(final Zips zip, final String path, final Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.filter(Files::isRegularFile).sorted().collect(Collectors.toList()))
				zip.add(path + folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
		}
		return zip;
	}

	/**
	 * A bioimage.io package with a cover and a test image.
	 *
	 * @param folder for the SavedModel
	 */
	public static byte[] bioimage(final Path folder) throws IOException {
		return bioimage(folder, DESCRIPTION);
	}

	static byte[] bioimage(final Path folder, final String description) throws IOException {
		return new Zips().add("rdf.yaml", description).add("weights.zip", add(new Zips(), "", savedModel(folder)).build()).add(
			"cover.png", "c").add("test_input.npy", npy()).build();
	}

	static String description() {
		return DESCRIPTION;
	}

	/** 1 x 3 x 4 x 3 numbers, 0, 1, 2, ... */
	private static byte[] npy() throws IOException {
		final String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3, 4, 3), }\n";
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(new byte[] { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0 });
		out.write(header.getBytes(StandardCharsets.US_ASCII));
		final ByteBuffer values = ByteBuffer.allocate(4 * 36).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < 36; i++)
			values.putFloat(i);
		out.write(values.array());
		return out.toByteArray();
	}
}
