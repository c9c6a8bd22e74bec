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
package io.deepdream.engine.loading;

import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

import io.deepdream.DeepDream;
import io.deepdream.image.Picture;
import io.deepdream.model.Sha256;
import io.deepdream.motion.Motion;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/**
 * DeepDream and a plugin such as StarDist in one process. The plugin's TensorFlow 1.15
 * is on the class path and called by reflection, since the compiler uses the other
 * version. The arguments "dream", "segment" and "film" are run in their order, each
 * printing the SHA-256 of its result.
 */
public final class SharedProcess {

	private static final int SIDE = 64;
	private static final String GRAPH = "/models/compact-inception/compact-inception.pb";

	private SharedProcess() {}

	public static void main(final String... args) throws Exception {
		for (final String task : args)
			System.out.println(task + " " + (task.equals("dream") ? dream() : task.equals("film") ? film() : segment()));
	}

	/** Dreams a small picture. */
	static String dream() {
		final Picture picture = Picture.create(SIDE, SIDE);
		System.arraycopy(pixels(), 0, picture.data(), 0, pixels().length);
		final ClassLoader before = Thread.currentThread().getContextClassLoader();
		final String result;
		try (DeepDream deepDream = DeepDream.open("compact-inception")) {
			result = hash(deepDream.dream(picture, DreamParams.parse("octaves=2 iterations=2 layer=mixed4a"), DreamListener.SILENT)
				.picture().data());
		}
		if (Thread.currentThread().getContextClassLoader() != before) throw new IllegalStateException(
			"the context class loader was not restored");
		return result;
	}

	/** Estimates the motion between two frames of a film. */
	static String film() {
		final Picture before = Picture.of(pixels(), SIDE, SIDE);
		final Picture after = before.copy();
		System.arraycopy(before.data(), 12, after.data(), 0, before.data().length - 12);
		return hash(Motion.between(before, after).backward().dx());
	}

	private static float[] pixels() {
		final float[] pixels = new float[3 * SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) (128 + 100 * Math.sin(0.01 * i) * Math.sin(0.37 * i));
		return pixels;
	}

	private static String hash(final float[] values) {
		final ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
		bytes.asFloatBuffer().put(values);
		return Sha256.of(bytes.array());
	}

	/** A session of TensorFlow 1.15: new Graph().importGraphDef(bytes), new Session(graph).runner().feed().fetch().run(). */
	private static String segment() throws Exception {
		final Class<?> tensorType = Class.forName("org.tensorflow.Tensor");
		try (InputStream in = SharedProcess.class.getResourceAsStream(GRAPH);
				AutoCloseable graph = (AutoCloseable) Class.forName("org.tensorflow.Graph").getDeclaredConstructor()
					.newInstance())
		{
			graph.getClass().getMethod("importGraphDef", byte[].class).invoke(graph, in.readAllBytes());
			try (AutoCloseable session = (AutoCloseable) Class.forName("org.tensorflow.Session").getConstructor(graph
				.getClass()).newInstance(graph);
					AutoCloseable input = (AutoCloseable) tensorType.getMethod("create", long[].class, FloatBuffer.class).invoke(
						null, new long[] { 1, SIDE, SIDE, 3 }, FloatBuffer.wrap(pixels())))
			{
				Object runner = session.getClass().getMethod("runner").invoke(session);
				final Class<?> type = runner.getClass();
				runner = type.getMethod("feed", String.class, tensorType).invoke(runner, "input", input);
				runner = type.getMethod("fetch", String.class).invoke(runner, "mixed4a");
				try (AutoCloseable output = (AutoCloseable) ((List<?>) type.getMethod("run").invoke(runner)).get(0)) {
					final Method elements = tensorType.getMethod("numElements");
					final float[] values = new float[(Integer) elements.invoke(output)];
					tensorType.getMethod("writeTo", FloatBuffer.class).invoke(output, FloatBuffer.wrap(values));
					if (Array.getLength(values) == 0) throw new IllegalStateException("no output");
					return hash(values);
				}
			}
		}
	}
}
