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
package io.deepdream.image;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The image operations around the network, separately, on an image of 1024x768, by JMH
 * because some take less than a millisecond. Without an argument, all of them.
 *
 * <pre>
 * mvn -q -Pbench test-compile exec:java -Dexec.mainClass=io.deepdream.image.PiecesBenchmark -Dexec.args="REGEX"
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PiecesBenchmark {

	private static final int WIDTH = 1024;
	private static final int HEIGHT = 768;
	private static final int OCTAVE_WIDTH = 731;
	private static final int OCTAVE_HEIGHT = 548;
	/** A tile of 512 with a halo of 32 pixels on each side. */
	private static final int TILE = 576;
	private static final int LEVELS = 4;

	private final float[] data = new float[3 * WIDTH * HEIGHT];
	private final float[] tile = new float[3 * TILE * TILE];
	private final float[] smoothed = new float[3 * WIDTH * HEIGHT];
	private final Picture picture = Picture.of(data, WIDTH, HEIGHT);
	private final Picture octave = Picture.of(new float[3 * OCTAVE_WIDTH * OCTAVE_HEIGHT], OCTAVE_WIDTH, OCTAVE_HEIGHT);
	private final ArrayImg<ARGBType, IntArray> colours = ArrayImgs.argbs(WIDTH, HEIGHT);

	/** Under {@code exec:java}, the class path belongs to a class loader and is not passed to forked processes. */
	public static void main(final String... args) throws RunnerException, URISyntaxException {
		final ClassLoader loader = PiecesBenchmark.class.getClassLoader();
		if (loader instanceof URLClassLoader) {
			final List<String> path = new ArrayList<>();
			for (final URL url : ((URLClassLoader) loader).getURLs())
				path.add(Paths.get(url.toURI()).toString());
			System.setProperty("java.class.path", String.join(File.pathSeparator, path));
		}
		final OptionsBuilder options = new OptionsBuilder();
		options.include(args.length == 0 ? PiecesBenchmark.class.getName() : args[0]);
		new Runner(options.build()).run();
	}

	@Setup
	public void setUp() {
		final Random random = new Random(1);
		for (int i = 0; i < data.length; i++)
			data[i] = 255 * random.nextFloat();
		for (int i = 0; i < tile.length; i++)
			tile[i] = random.nextFloat() - 0.5f;
		Pictures.toARGB(picture, colours);
	}

	/** The tile crosses the border of the shifted image. */
	@Benchmark
	public void readPeriodic() {
		new PeriodicView(data, WIDTH, HEIGHT, 300, 200).read(0, 0, TILE, TILE, tile);
	}

	@Benchmark
	public void addPeriodic() {
		new PeriodicView(smoothed, WIDTH, HEIGHT, 300, 200).add(0, 0, TILE, TILE, tile);
	}

	@Benchmark
	public Object shrink() {
		return Resampler.resize(picture, OCTAVE_WIDTH, OCTAVE_HEIGHT);
	}

	@Benchmark
	public Object enlarge() {
		return Resampler.resize(octave, WIDTH, HEIGHT);
	}

	/** The time does not depend on whether the input is already normalised. */
	@Benchmark
	public void pyramid() {
		System.arraycopy(data, 0, smoothed, 0, data.length);
		LaplacianPyramid.normalise(smoothed, WIDTH, HEIGHT, LEVELS, false);
	}

	@Benchmark
	public void pyramidNaturally() {
		System.arraycopy(data, 0, smoothed, 0, data.length);
		LaplacianPyramid.normaliseNaturally(smoothed, WIDTH, HEIGHT, LEVELS, false);
	}

	@Benchmark
	public Object moments() {
		return Moments.of(data, data.length);
	}

	@Benchmark
	public Object fromColour() {
		return Pictures.fromARGB(colours);
	}

	@Benchmark
	public void toColour() {
		Pictures.toARGB(picture, colours);
	}

	@Benchmark
	public void clamp() {
		picture.clamp();
	}

	/** One frame of a zoom movie. */
	@Benchmark
	public Object zoom() {
		return new Similarity(1.05, 2, WIDTH / 2.0, HEIGHT / 2.0).apply(picture);
	}
}
