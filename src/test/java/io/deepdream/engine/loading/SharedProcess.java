package io.deepdream.engine.loading;

import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

import io.deepdream.DeepDream;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.image.Pictures;
import io.deepdream.model.Sha256;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * DeepDream and a plugin such as StarDist in one process, the latter's TensorFlow
 * 1.15 on the flat class path and called by reflection, since the compiler sees
 * the other one. Arguments say who works, in which order; each prints a line with
 * the SHA-256 of its result.
 */
public final class SharedProcess {

	private static final int SIDE = 64;
	private static final String GRAPH = "/models/compact-inception/compact-inception.pb";

	private SharedProcess() {}

	public static void main(final String... args) throws Exception {
		for (final String worker : args)
			System.out.println(worker + " " + (worker.equals("dream") ? dream() : segment()));
	}

	/** Dreams a small picture. */
	static String dream() {
		final ArrayImg<FloatType, FloatArray> picture = Pictures.create(SIDE, SIDE);
		System.arraycopy(pixels(), 0, Pictures.data(picture), 0, pixels().length);
		final ClassLoader before = Thread.currentThread().getContextClassLoader();
		final String result;
		try (DeepDream deepDream = DeepDream.open("compact-inception")) {
			result = hash(Pictures.data(deepDream.dream(picture, DreamParams.parse(
				"octaves=2 iterations=2 layer=mixed4a"), DreamListener.SILENT).picture()));
		}
		if (Thread.currentThread().getContextClassLoader() != before) throw new IllegalStateException(
			"the context class loader was not restored");
		return result;
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
					if (Array.getLength(values) == 0) throw new IllegalStateException("nothing computed");
					return hash(values);
				}
			}
		}
	}
}
