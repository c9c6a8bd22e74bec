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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.Prefs;

import org.scijava.Context;
import org.scijava.command.CommandService;

import io.deepdream.DeepDream;
import io.deepdream.Shared;
import io.deepdream.cli.CommandLine;
import io.deepdream.engine.tensorflow.graph.SmallGraphs;
import io.deepdream.imagej.ModelsCommand;
import io.deepdream.imagej.models.ModelsPlugin;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.model.ModelStore;
import io.deepdream.model.TransferListener;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;

/** Imports networks from all kinds of files, from all entry points except the window. */
class ModelsTest extends TemporaryStore {

	/** The error message; also checks that the store is empty. */
	private String errorMessage(final String options) {
		final String sentence = assertThrows(DreamException.class, () -> run(options)).getMessage();
		assertEquals(0, files().length, Arrays.toString(files()));
		return sentence;
	}

	private String[] files() {
		final String[] files = folder.resolve("store").toFile().list();
		return files == null ? new String[0] : files;
	}

	private String file(final String name, final byte[] content) throws IOException {
		final Path file = folder.resolve(name);
		Files.write(file, content);
		return "[" + file + "]";
	}

	private static SmallGraphs normalised() {
		return new SmallGraphs(3).conv("stem", 3, 3, 3, 8, 2, "SAME").batchNorm("bn", 8).relu("r").conv("last", 3, 3, 8, 6, 2,
			"SAME");
	}

	@Test
	void importsAGraphWithBatchNormalisation() throws IOException {
		final String report = run("action=import file=" + file("My net (v1).pb", normalised().build().toByteArray()) +
			" mean=100");
		assertTrue(report.startsWith("My-net--v1- is installed"), report);
		assertTrue(report.contains("4 layers are available:") && report.contains("\nlast\t6\t4\t"), report);
		assertTrue(report.contains("0..255 becomes -100.0..155.0 (as given)"), report);
		final ModelSpec spec = ModelCatalogue.find("My-net--v1-");
		assertEquals("last", spec.layer());
		try (DeepDream deepDream = DeepDream.open("My-net--v1-")) {
			assertEquals(4, deepDream.layers().size());
		}
	}

	@Test
	void omitsLayersBehindAnOperationWithoutGradient() throws IOException {
		final String report = run("action=import file=" + file("walled.pb", normalised().other("StopGradient", "wall").conv(
			"behind", 1, 1, 6, 4, 1, "SAME").build().toByteArray()));
		assertTrue(report.contains("4 layers are available; 2 more have no gradient with respect to the image:"), report);
		assertFalse(report.contains("behind\t"), report);
		assertEquals("last", ModelCatalogue.find("walled").layer());
	}

	@Test
	void rejectsADefaultLayerWithoutGradient() throws IOException {
		final String sentence = errorMessage("action=import layer=behind file=" + file("walled.pb", normalised().other("StopGradient",
			"wall").conv("behind", 1, 1, 6, 4, 1, "SAME").build().toByteArray()));
		assertTrue(sentence.contains("StopGradient") && sentence.contains("last"), sentence);
	}

	@Test
	void importsGoogLeNetWithItsPropertiesFile() {
		final String report = run("action=import file=[" + Shared.googleNet() + "]");
		assertTrue(report.contains("from the properties file next to it"), report);
		assertTrue(report.contains("\nmixed4d_3x3_bottleneck_pre_relu\t144\t16\t"), report);
		assertEquals("mixed4c", ModelCatalogue.find("googlenet-bvlc").layer());
		assertTrue(ModelCatalogue.find("googlenet-bvlc").licence().contains("unrestricted"));
	}

	@Test
	void importsASavedModelByItsFolderOrItsFile() throws Exception {
		final Path saved = Paths.get(ModelsTest.class.getResource("/saved-model/saved_model.pb").toURI());
		assertTrue(errorMessage("action=import model=one signature=other file=[" + saved + "]").contains(
			"no signature \"other\" (did you mean \"serving_default\"?)"));
		final String report = run("action=import model=one mean=0 file=[" + saved.getParent() + "]");
		assertTrue(report.contains("\njoined\t4\t2\t3"), report);
		run("action=import model=two range=-1,1 file=[" + saved + "]");
		assertEquals(List.of("one", "two"), ModelStore.standard().names());
		assertEquals(127.5f, ModelCatalogue.find("two").mean()[0]);
	}

	@Test
	void rejectsATextFile() throws IOException {
		assertTrue(errorMessage("action=import file=" + file("notes.pb", "just a text, and no graph".getBytes())).contains(
			"not a frozen TensorFlow graph"));
	}

	@Test
	void rejectsATruncatedGraph() throws IOException {
		final byte[] whole = normalised().build().toByteArray();
		assertTrue(errorMessage("action=import file=" + file("cut.pb", Arrays.copyOf(whole, whole.length / 2))).contains("cut.pb"));
	}

	@Test
	void rejectsAFileOfTwoGigabytes() throws IOException {
		final Path file = folder.resolve("sparse.pb");
		try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
			sparse.setLength(1L << 31);
		}
		assertTrue(errorMessage("action=import file=[" + file + "]").contains("2048 MB"));
	}

	@Test
	void rejectsWeightsThatAreAllZero() throws IOException {
		final SmallGraphs zero = new SmallGraphs(3).numbers("w", 0, 0, 3, 3, 3, 8).other("Conv2D", "c", n -> n.addInput("w")
			.putAttr("strides", org.tensorflow.proto.AttrValue.newBuilder().setList(org.tensorflow.proto.AttrValue.ListValue
				.newBuilder().addI(1).addI(1).addI(1).addI(1)).build()).putAttr("padding", org.tensorflow.proto.AttrValue
					.newBuilder().setS(com.google.protobuf.ByteString.copyFromUtf8("SAME")).build()));
		final String sentence = errorMessage("action=import file=" + file("zero.pb", zero.build().toByteArray()));
		assertTrue(sentence.contains("zero everywhere"), sentence);
	}

	@Test
	void rejectsOtherFormatsAndInvalidRequests() throws IOException {
		assertTrue(errorMessage("action=import file=" + file("model.h5", new byte[9])).contains("SavedModel"));
		assertTrue(errorMessage("action=import").contains("No file to import is given"));
		assertTrue(errorMessage("action=import file=/nowhere/x.pb").contains("does not exist"));
		assertTrue(errorMessage("action=import file=[" + folder + "]").contains("is not a SavedModel"));
		assertTrue(errorMessage("action=import model=inception5h file=" + file("a.pb", normalised().build().toByteArray())).contains(
			"already"));
		assertTrue(errorMessage("action=install model=nonsense").contains("inception5h"));
		assertTrue(errorMessage("action=install").contains("model=..."));
		assertTrue(errorMessage("action=remove model=compact-inception").contains("part of DeepDream"));
		assertTrue(errorMessage("action=instal").contains("list, install, import, remove"));
		assertTrue(errorMessage("action=import fil=x").contains("did you mean \"file\""));
	}

	@Test
	void cancellingAnImportLeavesNoFiles() throws IOException {
		final String options = "action=import file=" + file("a.pb", normalised().build().toByteArray());
		assertThrows(CancellationException.class, () -> run(options, new TransferListener() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		}));
		assertEquals(0, files().length);
	}

	@Test
	void listsTheCatalogueAndInstalledNetworks() throws IOException {
		run("action=import model=mine file=" + file("a.pb", normalised().build().toByteArray()));
		final String list = run("");
		assertTrue(list.contains("compact-inception\tpart of DeepDream\t"), list);
		assertTrue(list.contains("inception5h\tnot installed\t53.9 MB\t"), list);
		assertTrue(list.contains("mine\tinstalled\t"), list);
		assertTrue(list.contains(folder.resolve("store").toString()), list);
		assertEquals("mine was removed.", run("action=remove model=mine"));
		assertFalse(run("").contains("mine"));
	}

	@Test
	void commandLine() throws IOException {
		final String graph = file("a.pb", normalised().build().toByteArray()).replaceAll("[\\[\\]]", "");
		assertTrue(commandLine(0, "--import", graph, "model=mine", "order=BGR").contains("mine is installed"));
		assertTrue(commandLine(0, "--models").contains("mine\tinstalled"));
		assertTrue(commandLine(0, "--layers", "model=mine").contains("last\t6\t4\t"));
		assertTrue(commandLine(0, "--remove", "mine").contains("removed"));
		assertTrue(commandLine(2, "--remove", "mine").contains("no installed network"));
		assertTrue(commandLine(2, "--install", "nix").contains("inception5h"));
		assertTrue(commandLine(2, "--import").contains("takes one file"));
		assertTrue(commandLine(2, "x", "y", "model=inception5h").contains("cannot be read"));
		assertTrue(commandLine(2, "--layers", "model=inception5h").contains("--install inception5h"));
	}

	private static String commandLine(final int code, final String... args) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true);
		assertEquals(code, CommandLine.run(stream, stream, args), out.toString());
		return out.toString();
	}

	@Test
	void macrosAndSciJava() throws Exception {
		final String graph = file("a.pb", normalised().build().toByteArray());
		final Thread macro = new Thread(() -> {
			Macro.setOptions("action=import model=mine file=" + graph);
			ModelsPlugin.run();
		}, "Run$_macro");
		macro.start();
		macro.join();
		assertEquals(List.of("mine"), ModelStore.standard().names());
		try (Context context = new Context(CommandService.class)) {
			final String report = (String) context.service(CommandService.class).run(ModelsCommand.class, true, "action",
				"remove", "model", "mine").get().getOutput("report");
			assertEquals("mine was removed.", report);
		}
	}

	/** Typed as normaliseInput, because normalise-input is no name of a field in Java. */
	@Test
	void theNormalisationOfTypedInputsIsThatOfTheNetwork() throws Exception {
		file("gray.pb", new SmallGraphs(3).conv("stem", 3, 3, 1, 8, 2, "SAME").relu("r").build().toByteArray());
		try (Context context = new Context(CommandService.class)) {
			context.service(CommandService.class).run(ModelsCommand.class, true, "action", "import", "model", "mine", "file", folder.resolve("gray.pb").toString(),
				"normaliseInput", "percentiles 10 90").get();
		}
		final ImagePlus image = IJ.createImage("a", "16-bit ramp", 40, 32, 1);
		image.getProcessor().multiply(0.1);
		final ImagePlus brighter = image.duplicate();
		brighter.getProcessor().multiply(4);
		brighter.setDisplayRange(0, 65535);
		image.setDisplayRange(0, 65535);
		final List<double[]> means = new ArrayList<>();
		for (final ImagePlus each : List.of(image, brighter))
			means.add(ActivationsJob.run(each, DreamParams.of(Task.ACTIVATIONS).withOptions("model=mine layer=r"), DreamListener.SILENT)
				.table().getColumn("Mean"));
		// the network receives the same values, although the display range shows other ones
		assertArrayEquals(means.get(0), means.get(1), 1e-3 * Arrays.stream(means.get(0)).max().getAsDouble());
	}

	@Test
	void theTableStatesTheNumberOfChannels() throws IOException {
		run("action=import model=gray file=" + file("a.pb", new SmallGraphs(3).conv("stem", 3, 3, 1, 8, 2, "SAME").relu("r").build()
			.toByteArray()));
		final String row = new Models(ModelStore.standard()).rows().stream().filter(r -> r.startsWith("gray\t")).findFirst().get();
		assertTrue(row.contains("; 1 channel, "), row);
	}

	@Test
	void usesImageJsProxyUnlessJavaHasOne() throws IOException {
		assertNull(ImageJProxy.selector());
		Prefs.set("proxy.server", "127.0.0.1");
		Prefs.set("proxy.port", 3128);
		try {
			final List<Proxy> proxies = ImageJProxy.selector().select(URI.create("https://example.org/x"));
			assertEquals(new InetSocketAddress("127.0.0.1", 3128), proxies.get(0).address());
			System.setProperty("https.proxyHost", "other");
			assertNull(ImageJProxy.selector());
		}
		finally {
			System.clearProperty("https.proxyHost");
			Prefs.set("proxy.server", null);
			Prefs.set("proxy.port", null);
		}
	}
}
