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
package io.deepdream.spark.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import io.deepdream.imagej.ChildProcess;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.SystemSettings;
import io.deepdream.spark.LocalCluster;
import io.deepdream.spark.images.TestImages;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** On a standalone cluster of two workers: a picture in blocks against the command line in one process. */
@Tag("slow")
class PictureClusterTest {

	private static final int WIDTH = 1500;
	private static final int HEIGHT = 1100;
	private static final String NAME = "sky.png";
	private static final List<String> SETTINGS = List.of("layer=mixed3a", "tile=256", "overlap=exact", "octaves=3",
		"iterations=10", "jitter=32", "seed=3");

	@TempDir
	private static Path shared;

	private static Path in;
	private static BufferedImage expected;

	private Path out;
	private LocalCluster cluster;

	/** With as many threads as an executor: the order of TensorFlow's sums depends on them. */
	@BeforeAll
	static void dreamOnOneMachine() throws Exception {
		in = Files.createDirectories(shared.resolve("in")).resolve(NAME);
		assertTrue(ImageIO.write(SampleSky.draw(WIDTH, HEIGHT).getBufferedImage(), "png", in.toFile()));
		final List<String> arguments = new ArrayList<>(List.of(in.getParent().toString(), shared.resolve("one").toString()));
		arguments.addAll(SETTINGS);
		final String output = ChildProcess.fork().with("-D" + SystemSettings.THREADS + "=1").run(TestImages.OneMachine.class
			.getName(), arguments.toArray(new String[0]));
		assertTrue(output.endsWith("exit: 0"), output);
		expected = ImageIO.read(shared.resolve("one").resolve(NAME).toFile());
		assertTrue(worst(ImageIO.read(in.toFile()), expected) > 30, "hardly dreamed");
	}

	@BeforeEach
	void startCluster(final TestInfo test) throws Exception {
		final String name = test.getTestMethod().get().getName();
		out = shared.resolve(name + ".tif");
		cluster = LocalCluster.start(Path.of("target", "cluster", name), 2);
	}

	@AfterEach
	void stopCluster() {
		cluster.close();
	}

	@AfterAll
	static void noProcessRemains() {
		assertEquals(0, ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count());
	}

	private Process start() throws IOException {
		final List<String> arguments = new ArrayList<>(List.of("picture", in.toString(), out.toString(), "block=512"));
		arguments.addAll(SETTINGS);
		return cluster.start("driver", arguments.toArray(new String[0]));
	}

	private String output() {
		try {
			return cluster.output("driver");
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** The largest difference of any channel of any pixel, in grey levels. */
	private static int worst(final BufferedImage a, final BufferedImage b) {
		assertEquals(WIDTH + "x" + HEIGHT, b.getWidth() + "x" + b.getHeight());
		int worst = 0;
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				for (int shift = 0; shift < 24; shift += 8)
					worst = Math.max(worst, Math.abs((a.getRGB(x, y) >> shift & 255) - (b.getRGB(x, y) >> shift & 255)));
		return worst;
	}

	private void assertResult(final String output) throws IOException {
		assertTrue(output.contains("Octave 3 of 3, step 10 of 10: score"), output);
		assertTrue(output.endsWith("\nexit: 0"), output);
		final int worst = worst(expected, ImageIO.read(out.toFile()));
		assertTrue(worst <= 1, worst + " grey levels");
		assertFalse(Files.exists(Path.of(out + ".checkpoints")));
	}

	@Test
	void twoWorkersGiveThePictureOfOneMachine() throws Exception {
		final Process driver = start();
		LocalCluster.await("a second octave", () -> !driver.isAlive() || output().contains("Octave 2 of 3, step 1 of 10"));
		assertTrue(!cluster.executors(0).isEmpty() && !cluster.executors(1).isEmpty(), "two executors");
		assertResult(cluster.end("driver", driver));
	}

	@Test
	void aKilledWorkerChangesNoPixel() throws Exception {
		final Process driver = start();
		LocalCluster.await("the middle", () -> !driver.isAlive() || output().contains("Octave 2 of 3, step 5 of 10"));
		assertTrue(!cluster.executors(0).isEmpty() && !cluster.executors(1).isEmpty(), "two executors");
		cluster.killWorker(0);
		assertFalse(output().contains("Octave 3 of 3, step 5 of 10"), "killed too late");
		final String end = cluster.end("driver", driver);
		assertTrue(end.contains("Lost executor"), end);
		assertResult(end);
	}
}
