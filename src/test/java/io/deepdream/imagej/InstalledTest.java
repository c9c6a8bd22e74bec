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
package io.deepdream.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;

import io.deepdream.Fork;
import io.deepdream.cli.CommandLine;
import io.deepdream.engine.loading.Platform;
import io.deepdream.engine.loading.Requirements;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.packaging.InstalledCopy;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.SystemSettings;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Installs the plugin in an ImageJ folder and runs it in separate processes. Set
 * {@code -Dinstalled.javas=/path/of/jdk-11:/path/of/jdk-25} to test other Java versions.
 */
class InstalledTest {

	private static final String OPTIONS = "octaves=2 iterations=2 layer=mixed4a seed=5";
	private static final String NOISE = "start=noise width=32 height=32 octaves=1 iterations=";

	@TempDir
	static Path temp;

	private static Path root;
	private static Path plugin;
	private static Path input;

	@BeforeAll
	static void install() throws Exception {
		final Platform platform = Requirements.check(new ThisMachine());
		root = temp.resolve("Image J");
		plugin = InstalledCopy.in(root, platform).plugin();
		final Path jars = Files.createDirectories(root.resolve("plugins").resolve("jars"));
		Files.copy(InstalledCopy.classPath("imglib2-[0-9].*\\.jar").get(0), jars.resolve("imglib2.jar"));
		Files.copy(InstalledCopy.classPath("ij-[0-9].*\\.jar").get(0), root.resolve("ij.jar"));
		input = temp.resolve("in.png");
		new FileSaver(SampleSky.draw(90, 70)).saveAsPng(input.toString());
	}

	private static Stream<Path> javas() {
		return Stream.concat(Stream.of(System.getProperty("java.home")), Arrays.stream(System.getProperty("installed.javas", "")
			.split(File.pathSeparator)).filter(home -> !home.isEmpty())).map(Paths::get);
	}

	/** Started like a batch job, with all jars on the class path. */
	private static Fork commandLine() {
		return new Fork(root.resolve("ij.jar"), plugin, root.resolve("plugins/jars/imglib2.jar"));
	}

	private static int[] pixels(final ImagePlus imp) {
		final int[] pixels = ((int[]) imp.getProcessor().getPixels()).clone();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] &= 0xffffff;
		return pixels;
	}

	private static void assertDreamed(final Path result, final String output) {
		assertTrue(Files.exists(result), output);
		assertArrayEquals(pixels(DreamJob.run(IJ.openImage(input.toString()), DreamParams.parse(OPTIONS),
			DreamListener.SILENT)), pixels(IJ.openImage(result.toString())), output);
	}

	@Test
	void worksFromImageJsMenu() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "ImageJ needs a display: skipped");
		for (final Path java : (Iterable<Path>) javas()::iterator) {
			final Path result = temp.resolve("menu.png");
			final Path macro = Files.writeString(temp.resolve("macro.ijm"), "List.setCommands;\n" +
				"print('menu: ' + List.get('Dream...'));\n" + "print('menu: ' + List.get('About DeepDream'));\n" + "open('" +
				input + "');\n" + "run('Dream...', '" + OPTIONS + " save=[" + result + "]');\n" + "print('title: ' + getTitle);\n");
			final String output = new Fork(root.resolve("ij.jar")).java(java).with("-Dplugins.dir=" + root).run("ij.ImageJ",
				"-batch", macro.toString());
			assertTrue(output.contains("menu: io.deepdream.imagej.Entry(\"dream\")"), output);
			assertTrue(output.contains("menu: io.deepdream.imagej.Entry(\"about\")"), output);
			assertTrue(output.contains("title: Dream of in.png"), output);
			assertDreamed(result, output);
			Files.delete(result);
		}
	}

	@Test
	void worksWithoutADisplay() throws Exception {
		for (final Path java : (Iterable<Path>) javas()::iterator) {
			final Path result = temp.resolve("headless.png");
			final String output = commandLine().java(java).run(CommandLine.class.getName(), (input + " " + result + " " + OPTIONS)
				.split(" "));
			assertTrue(output.endsWith("exit: 0"), output);
			assertDreamed(result, output);
			Files.delete(result);
		}
	}

	/** The parser is in lib/deepdream, which is not on the class path. */
	@Test
	void readsTheDescriptionOfAPackage() throws Exception {
		final Path description = Files.writeString(temp.resolve("rdf.yaml"), "format_version: 0.5.4\ntype: model\n" +
			"weights: {pytorch_state_dict: {source: weights.pt}}\n");
		final String output = commandLine().run(CommandLine.class.getName(), "--import", description.toString());
		assertTrue(output.contains("The package has weights for PyTorch only"), output);
		assertTrue(output.endsWith("exit: 2"), output);
		final Path parser;
		try (Stream<Path> jars = Files.list(root.resolve("lib/deepdream"))) {
			parser = jars.filter(jar -> jar.getFileName().toString().startsWith("snakeyaml-engine")).findFirst().get();
		}
		final Path away = Files.move(parser, temp.resolve("parser.jar"));
		try {
			final String without = commandLine().run(CommandLine.class.getName(), "--import", description.toString());
			assertTrue(without.contains("The parser of YAML is missing") && without.endsWith("exit: 2"), without);
		}
		finally {
			Files.move(away, parser);
		}
	}

	@Test
	void macrosWithCommandsOfImageJWorkWithoutADisplay() throws Exception {
		for (final Path java : (Iterable<Path>) javas()::iterator) {
			final Path result = temp.resolve("macro.png");
			final Path macro = Files.writeString(temp.resolve("headless.ijm"), "open('" + input + "');\n" +
				"run('Gaussian Blur...', 'sigma=1');\nrun('Dream...', '" + OPTIONS + "');\nsaveAs('PNG', '" + result + "');\n");
			final String output = commandLine().java(java).environment("DISPLAY", null).run(CommandLine.class.getName(),
				"--macro", macro.toString());
			assertTrue(output.endsWith("exit: 0"), output);
			assertEquals(90, IJ.openImage(result.toString()).getWidth());
			Files.delete(result);
		}
	}

	@Test
	void anOlderVersionInTheSameFolderIsReportedOnce() throws Exception {
		final Path older = Files.copy(plugin, plugin.resolveSibling("DeepDream_-0.1.0.jar"));
		try {
			final Path macro = Files.writeString(temp.resolve("twice.ijm"), "newImage('x', '8-bit ramp', 64, 64, 1);\n" +
				"run('Dream...', 'layer=mixed3a octaves=1 iterations=1');\nrun('Dream...', 'layer=mixed3a octaves=1 iterations=1');\n");
			final String output = commandLine().run(CommandLine.class.getName(), "--macro", macro.toString());
			assertTrue(output.endsWith("exit: 0"), output);
			assertTrue(output.contains(older + " and " + plugin + ": delete the older file"), output);
			assertEquals(1, output.split("delete the older file", -1).length - 1, output);
		}
		finally {
			Files.delete(older);
		}
	}

	@Test
	void withoutImgLib2TheMessageNamesTheRemedy() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "ImageJ needs a display: skipped");
		final Path macro = Files.writeString(temp.resolve("without.ijm"), "run('Dream...', 'layer=mixed4a');\n");
		final Path imglib2 = root.resolve("plugins/jars/imglib2.jar");
		final Path away = Files.move(imglib2, temp.resolve("imglib2.jar"));
		try {
			final String output = new Fork(root.resolve("ij.jar")).with("-Dplugins.dir=" + root).run("ij.ImageJ", "-batch", macro
				.toString());
			assertTrue(output.contains("from Fiji's folder jars to plugins/jars of ImageJ"), output);
		}
		finally {
			Files.move(away, imglib2);
		}
	}

	/** Killed during the first unpacking: the next start reports it and changes no files, the one after that works. */
	@Test
	void recoversWhenKilledWhileLoadingTensorFlow() throws Exception {
		final Path cache = temp.resolve("cache");
		final Path result = temp.resolve("killed.png");
		final String[] args = (result + " " + NOISE + "1").split(" ");
		final String option = "-Ddeepdream.cache=" + cache;
		final Process process = commandLine().with(option).start(temp.resolve("output"), CommandLine.class.getName(), args);
		while (process.isAlive() && unpacked(cache) < 20_000_000)
			TimeUnit.MILLISECONDS.sleep(5);
		assertTrue(process.isAlive(), "loading ended before the process was killed");
		process.destroyForcibly().waitFor();
		final long unpackedBefore = unpacked(cache);
		final String output = commandLine().with(option).run(CommandLine.class.getName(), args);
		assertTrue(output.contains("When DeepDream last loaded TensorFlow"), output);
		assertTrue(output.contains("choose the command again"), output);
		assertTrue(output.endsWith("exit: 2"), output);
		assertEquals(unpackedBefore, unpacked(cache));
		final String again = commandLine().with(option).run(CommandLine.class.getName(), args);
		assertTrue(again.contains("unpacking TensorFlow (") && again.endsWith("exit: 0"), again);
		assertTrue(Files.exists(result));
	}

	private static long unpacked(final Path cache) throws Exception {
		if (!Files.isDirectory(cache)) return 0;
		try (Stream<Path> files = Files.walk(cache)) {
			return files.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".running"))
				.mapToLong(file -> file.toFile().length()).sum();
		}
		catch (final UncheckedIOException exc) {
			// a file was deleted during the walk
			return 0;
		}
	}

	/** Simulates a native out-of-memory kill, which Java cannot catch. */
	@Test
	void reportsTheCrashWhenKilledWhileComputing() throws Exception {
		final Path cache = Files.createDirectory(temp.resolve("cache2"));
		copyUnpacked(cache);
		final Path result = temp.resolve("computing.png");
		final String option = "-Ddeepdream.cache=" + cache;
		// a native call takes almost a second
		final Process process = commandLine().with(option).start(temp.resolve("output2"), CommandLine.class.getName(), (result +
			" start=noise mode=naive width=900 height=900 octaves=1 iterations=1000").split(" "));
		String call = "";
		// the calls of the self-check are short, and could end before the process does
		do {
			call = awaitComputing(process, cache, call);
			TimeUnit.MILLISECONDS.sleep(100);
		}
		while (!call.equals(awaitComputing(process, cache, "")));
		process.destroyForcibly().waitFor();
		final String output = commandLine().with(option).run(CommandLine.class.getName(), (result + " " + NOISE + "1").split(
			" "));
		assertTrue(output.contains("ImageJ exited while DeepDream was computing"), output);
		assertTrue(output.endsWith("exit: 0"), output);
	}

	/** Copies the libraries unpacked by this process, which is faster than unpacking them again. */
	private static void copyUnpacked(final Path cache) throws Exception {
		DreamJob.run(null, DreamParams.parse(NOISE + "1"), DreamListener.SILENT);
		final Path user = SystemSettings.cache();
		try (Stream<Path> files = Files.walk(user)) {
			for (final Path file : (Iterable<Path>) files.filter(f -> f.toString().contains(".jar" + File.separator) && Files
				.isRegularFile(f))::iterator)
			{
				final Path copy = cache.resolve(user.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
			}
		}
	}

	/** Waits until a native call begins, and returns the content of the marker file, which includes the time. */
	private static String awaitComputing(final Process process, final Path cache, final String before) throws Exception {
		while (process.isAlive()) {
			try (Stream<Path> files = Files.list(cache)) {
				final Optional<Path> marker = files.filter(f -> f.toString().endsWith(".running")).findFirst();
				final String line = marker.isPresent() ? Files.readString(marker.get()) : "";
				if (line.startsWith("COMPUTING") && !line.equals(before)) return line;
			}
			TimeUnit.MILLISECONDS.sleep(5);
		}
		throw new AssertionError("the process ended: " + Files.readString(temp.resolve("output2")));
	}
}
