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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.io.FileSaver;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.util.Intervals;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

import org.scijava.Context;
import org.scijava.command.CommandService;

import io.deepdream.ResidentMemory;
import io.deepdream.cli.CommandLine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the examples whose interpreter is available, and checks macros that process many images. */
class ExamplesTest {

	@TempDir
	Path folder;

	private static String run(final int code, final String... args) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true);
		assertEquals(code, CommandLine.run(stream, stream, args), out.toString());
		return out.toString();
	}

	private String image(final String name) {
		final String path = folder.resolve(name).toString();
		new FileSaver(SampleImages.single(24)).saveAsPng(path);
		return path;
	}

	@Test
	void macro() throws Exception {
		final Path in = Files.createDirectory(folder.resolve("in put"));
		final Path out = Files.createDirectory(folder.resolve("out put"));
		new FileSaver(SampleImages.single(24)).saveAsPng(in.resolve("a b.png").toString());
		new FileSaver(SampleImages.stack(16, 1, 2, 1)).saveAsTiff(in.resolve("c.tif").toString());
		Files.writeString(in.resolve("notes.txt"), "no image");
		run(0, "--macro", "examples/dream_folder.ijm", in + "|" + out);
		assertEquals(24, IJ.openImage(out.resolve("Dream of a b.png.tif").toString()).getBitDepth());
		final ImagePlus stack = IJ.openImage(out.resolve("Dream of c.tif").toString());
		assertEquals(2, stack.getStackSize());
		assertTrue(stack.getInfoProperty().contains("layer=mixed3b"));
	}

	@Test
	void groovy() throws Exception {
		final ScriptEngine engine = engine("groovy");
		final File result = folder.resolve("result.tif").toFile();
		engine.put("file", new File(image("in.png")));
		engine.put("result", result);
		engine.eval(withoutParameters("examples/dream_selection.groovy"));
		assertTrue(((String) engine.get("info")).contains("edge=10"));
		assertEquals(SampleImages.WIDTH, IJ.openImage(result.getPath()).getWidth());
	}

	/** Also checks that the script has an output, without which SciJava shows no image. */
	@ParameterizedTest
	@ValueSource(strings = { "README.md", "docs/scripting.md" })
	void theGroovyScriptOfThePages(final String page) throws Exception {
		final Matcher script = Pattern.compile("(?:    .*\\n)*    #@output ImagePlus (\\w+)\\n(?:    .*\\n)+").matcher(Files.readString(
			Path.of(page)));
		assertTrue(script.find());
		final ScriptEngine engine = engine("groovy");
		try (Context context = new Context(CommandService.class)) {
			engine.put("command", context.service(CommandService.class));
			engine.put("image", SampleImages.single(24));
			engine.eval(script.group().replaceAll("(?m)^ *#@.*$", ""));
			assertEquals(SampleImages.WIDTH, ((ImagePlus) engine.get(script.group(1))).getWidth());
		}
	}

	@Test
	void jython() throws Exception {
		final ScriptEngine engine = engine("python");
		final File result = folder.resolve("layers.tif").toFile();
		engine.put("file", new File(image("in.png")));
		engine.put("result", result);
		engine.eval(withoutParameters("examples/compare_layers.py"));
		assertEquals(3, ((Number) engine.get("slices")).intValue());
		assertEquals("mixed3b", IJ.openImage(result.getPath()).getStack().getSliceLabel(2));
	}

	@Test
	void groovyWithAnImg() throws Exception {
		final ScriptEngine engine = engine("groovy");
		final Img<UnsignedByteType> img = ArrayImgs.unsignedBytes((byte[]) SampleImages.single(8).getProcessor().getPixels(),
			SampleImages.WIDTH, SampleImages.HEIGHT);
		engine.put("img", img);
		engine.put("channelAxis", -1);
		engine.eval(withoutParameters("examples/dream_img.groovy"));
		assertDreamed(img, (RandomAccessibleInterval<?>) engine.get("result"));
	}

	@Test
	void jythonWithAnImg() throws Exception {
		final ScriptEngine engine = engine("python");
		engine.eval(withoutParameters("examples/dream_stack.py"));
		assertDreamed((RandomAccessibleInterval<?>) engine.get("img"), (RandomAccessibleInterval<?>) engine.get("result"));
	}

	/** The result has the type and size of the image, and other values. */
	private static void assertDreamed(final RandomAccessibleInterval<?> image, final RandomAccessibleInterval<?> result) {
		assertTrue(Intervals.equals(image, result));
		assertEquals(Util.getTypeFromInterval(image).getClass(), Util.getTypeFromInterval(result).getClass());
		final Iterator<?> before = Views.flatIterable(image).iterator();
		double change = 0;
		for (final Object value : Views.flatIterable(result))
			change += Math.abs(((RealType<?>) value).getRealDouble() - ((RealType<?>) before.next()).getRealDouble());
		assertTrue(change / Views.iterable(image).size() > 1, "mean change " + change / Views.iterable(image).size());
	}

	private static ScriptEngine engine(final String language) {
		final ScriptEngine engine = new ScriptEngineManager().getEngineByName(language);
		assumeTrue(engine != null, "no interpreter for " + language + " on the class path: skipped (the Maven profile jython adds Jython)");
		return engine;
	}

	/** Removes the #@ parameter lines of SciJava; the test sets the variables instead. */
	private static String withoutParameters(final String file) throws IOException {
		return Files.readString(Path.of(file)).replaceAll("(?m)^#@.*$", "");
	}

	@Test
	void python() throws Exception {
		final Process version;
		try {
			version = new ProcessBuilder("python3", "--version").start();
		}
		catch (final IOException exc) {
			assumeTrue(false, "python3 is not installed: skipped");
			return;
		}
		version.waitFor();
		final ProcessBuilder python = new ProcessBuilder("python3", "examples/dream_images.py", folder.toString(), image(
			"a.tif"), image("b c.tif"), "--", "layer=mixed3a", "octaves=1", "iterations=1").redirectErrorStream(true);
		python.environment().put("DEEPDREAM_CLASSPATH", ChildProcess.classPath());
		final Path log = folder.resolve("log.txt");
		final Process process = python.redirectOutput(log.toFile()).start();
		assertTrue(process.waitFor(3, TimeUnit.MINUTES));
		assertEquals(0, process.exitValue(), () -> read(log));
		assertEquals(SampleImages.HEIGHT, IJ.openImage(folder.resolve("b c.png").toString()).getHeight());
	}

	private static String read(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final IOException exc) {
			return exc.toString();
		}
	}

	private static long usedHeap() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
	}

	/**
	 * Warms up with 20 images, then measures 100 more. Each leaked network would cost 7 MB
	 * of native memory, each leaked image some heap. The bound for the process is larger,
	 * because Java returns free heap late.
	 */
	@Test
	void aLoopInBatchModeDoesNotLeakMemory() throws Exception {
		final Path macro = folder.resolve("loop.ijm");
		Files.writeString(macro, "setBatchMode(true);\nn = parseInt(getArgument());\nfor (i = 1; i <= n; i++) {\n" +
			"  newImage(\"image \" + i, \"8-bit ramp\", 72, 64, 1);\n" +
			"  run(\"Dream...\", \"layer=mixed3a octaves=1 iterations=2 seed=\" + i);\n" +
			"  if (getTitle() != \"Dream of image \" + i) exit(\"the result is not active: \" + getTitle());\n" +
			"  while (nImages > 0) close();\n}\nreturn \"\" + nImages;\n");
		assertEquals("0", run(0, "--macro", macro.toString(), "20").trim());
		final long heap = usedHeap();
		final long process = ResidentMemory.isKnown() ? ResidentMemory.now() >> 20 : 0;
		assertEquals("0", run(0, "--macro", macro.toString(), "100").trim());
		assertEquals(0, WindowManager.getWindowCount());
		final long heapGrowth = usedHeap() - heap;
		final long processGrowth = (ResidentMemory.isKnown() ? ResidentMemory.now() >> 20 : 0) - process;
		System.out.println("growth over 100 images: heap " + heapGrowth + " MiB, process " + processGrowth + " MiB");
		assertTrue(heapGrowth < 10, "the heap grew by " + heapGrowth + " MiB over 100 images");
		assertTrue(processGrowth < 150, "the process grew by " + processGrowth + " MiB over 100 images");
	}

	@Test
	void aFailedMacroIsReportedInOneSentence() throws Exception {
		final Path macro = folder.resolve("wrong.ijm");
		Files.writeString(macro, "setBatchMode(true); newImage(\"x\", \"8-bit ramp\", 64, 64, 1); \n" +
			"run(\"Dream...\", \"layer=nolayer\");\nFile.append(\"continued\", getArgument());");
		final Path trace = folder.resolve("trace.txt");
		final String output = run(2, "--macro", macro.toString(), trace.toString());
		assertTrue(output.contains("failed in line 2: There is no layer \"nolayer\""), output);
		assertFalse(Files.exists(trace));
		Files.writeString(macro, "x = ;");
		assertTrue(run(2, "--macro", macro.toString()).contains("failed in line 1"));
		assertTrue(run(2, "--macro", folder.resolve("none.ijm").toString()).contains("cannot be read"));
		assertTrue(run(2, "--macro").contains("--macro FILE ARGUMENT"));
	}
}
