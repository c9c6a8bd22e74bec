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
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.Prefs;
import ij.WindowManager;
import ij.io.FileSaver;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import io.deepdream.cli.CommandLine;
import io.deepdream.imagej.job.ActivationsJob;
import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.job.DreamJob;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.SystemSettings;
import io.deepdream.params.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All entry points produce the same pixels from the same options. */
class EntryPointsTest {

	private static final String OPTIONS = "octaves=2 iterations=3 layer=mixed4a channels=7 seed=11";

	@TempDir
	Path folder;

	private static int[] pixels(final ImagePlus imp) {
		final int[] pixels = ((int[]) imp.getProcessor().getPixels()).clone();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] &= 0xffffff;
		return pixels;
	}

	private static int[] expected() {
		return pixels(DreamJob.run(SampleSky.draw(120, 90), DreamParams.parse(OPTIONS), DreamListener.SILENT));
	}

	@Test
	void repeatedRunsAreIdentical() {
		assertArrayEquals(expected(), expected());
	}

	@Test
	void commandLine() {
		final Path in = folder.resolve("in put.png");
		final Path out = folder.resolve("out.png");
		new FileSaver(SampleSky.draw(120, 90)).saveAsPng(in.toString());
		final String output = run(0, (in + "|" + out + "|" + OPTIONS.replace(' ', '|')).split("\\|"));
		assertTrue(output.contains("100%"), output);
		assertTrue(output.contains("120x90 pixels"), output);
		assertArrayEquals(expected(), pixels(IJ.openImage(out.toString())));
	}

	/** Runs the command line, checks the exit code, and returns the output of both streams. */
	private static String run(final int code, final String... args) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final PrintStream stream = new PrintStream(out, true);
		assertEquals(code, CommandLine.run(stream, stream, args), out.toString());
		return out.toString();
	}

	@Test
	void errorsOnTheCommandLineAreOneSentence() throws Exception {
		final Path text = folder.resolve("text.png");
		Files.writeString(text, "no image");
		final String out = folder.resolve("o.png").toString();
		assertTrue(run(2, "nothing.png", out).contains("nothing.png"));
		assertTrue(run(2, text.toString(), out).contains("not an image that ImageJ can open"));
		assertTrue(run(2, "one.png").contains("two files"));
		assertTrue(run(2, "a", "b", "octavs=1").contains("\"octaves\""));
		assertTrue(run(2, "--list").contains("--layers"));
		assertTrue(run(2, out, "start=noise", "width=0").contains("width=0"));
		assertFalse(Files.exists(folder.resolve("o.png")));
	}

	@Test
	void layersAreTabSeparated() {
		final String list = run(0, "--layers", "model=compact-inception");
		assertTrue(list.contains("\nmixed4d_3x3_bottleneck_pre_relu\t144\t16\t299\n"), list);
		assertTrue(run(0, "--help").contains("iterations=20\t"));
	}

	@Test
	void sciJava() throws Exception {
		try (Context context = new Context(CommandService.class)) {
			final CommandService commands = context.service(CommandService.class);
			final Module module = commands.run(DreamCommand.class, true, "image", SampleSky.draw(120, 90), "octaves", 2,
				"iterations", 3, "layer", "mixed4a", "channels", "7", "seed", 11).get();
			assertArrayEquals(expected(), pixels((ImagePlus) module.getOutput("result")));
			final Module noise = commands.run(NoiseCommand.class, true, "width", 32, "height", 40, "iterations", 2).get();
			assertEquals(40, ((ImagePlus) noise.getOutput("result")).getHeight());
			assertEquals(60, ((ImagePlus) commands.run(NoiseCommand.class, false, "image", SampleSky.draw(60, 50), "start",
				"image", "iterations", 1).get().getOutput("result")).getWidth());
			assertEquals(24, ((ImagePlus) commands.run(DreamCommand.class, false, "start", "noise", "width", 24, "height", 24,
				"iterations", 1).get().getOutput("result")).getWidth());
			assertTrue(((String) commands.run(AboutCommand.class, true).get().getOutput("about")).contains("TensorFlow"));
			final Throwable error = assertThrows(ExecutionException.class, () -> commands.run(DreamCommand.class, true,
				"image", SampleSky.draw(60, 60), "layer", "nolayer").get());
			assertTrue(root(error) instanceof DreamException, String.valueOf(error));
		}
	}

	/** SciJava drops values that it cannot convert to the type of an input, and runs with the default. */
	@Test
	void sciJavaInputsThatAreNotAllowedFail() throws Exception {
		try (Context context = new Context(CommandService.class)) {
			final List<String> logged = log(context);
			final CommandService commands = context.service(CommandService.class);
			for (final boolean process : new boolean[] { false, true }) {
				assertFails(commands, process, "octaves=many is not allowed: give a whole number from 1 to 20", "octaves", "many");
				assertFails(commands, process, "octaves=1.5 is not allowed", "octaves", 1.5);
				assertFails(commands, process, "ratio=1,500 is not allowed", "ratio", "1,500");
				assertFails(commands, process, "mode=fast is not allowed", "mode", "fast");
			}
			final Module module = commands.run(DreamCommand.class, false, "image", SampleSky.draw(60, 50), "octaves", "1",
				"ratio", "1,5", "iterations", 1L, "step", 2, "layer", "mixed3a").get();
			assertTrue(((ImagePlus) module.getOutput("result")).getInfoProperty().contains("octaves=1 ratio=1.5 iterations=1 step=2 "));
			final String lines = String.join("\n", logged);
			assertFalse(lines.contains("\tat "), lines);
			// once for each of the two runs
			assertEquals(2, lines.split("1,500 is not allowed", -1).length - 1, lines);
		}
	}

	private static void assertFails(final CommandService commands, final boolean process, final String sentence,
		final Object... input)
	{
		final Throwable error = root(assertThrows(ExecutionException.class, () -> commands.run(DreamCommand.class, process, "image",
			SampleSky.draw(60, 50), "iterations", 1, input[0], input[1]).get()));
		assertTrue(error instanceof DreamException && error.getMessage().contains(sentence), error.toString());
	}

	/** Collects what SciJava logs, as it prints it. */
	private static List<String> log(final Context context) {
		final List<String> logged = new CopyOnWriteArrayList<>();
		final LogService log = context.service(LogService.class);
		log.addLogListener(message -> logged.add(message.toString()));
		return logged;
	}

	@Test
	void aSciJavaCommandLogsOneSentenceAndTheTraceInDebugModeOnly() throws Exception {
		try (Context context = new Context(CommandService.class)) {
			final List<String> logged = log(context);
			final CommandService commands = context.service(CommandService.class);
			assertFails(commands, false, "There is no layer", "layer", "nolayer");
			final String lines = String.join("\n", logged);
			assertTrue(lines.contains("There is no layer") && !lines.contains("\tat ") && !lines.contains("Exception"), lines);
			IJ.debugMode = true;
			assertFails(commands, false, "There is no layer", "layer", "nolayer");
			assertTrue(String.join("\n", logged).contains("\tat io.deepdream.dream."), logged.toString());
		}
		finally {
			IJ.debugMode = false;
		}
	}

	/** A failure prints what the annotation of the input must contain. */
	@Test
	void sciJavaInputsHaveTheLabelsChoicesAndRangesOfTheTable() throws Exception {
		try (Context context = new Context(CommandService.class)) {
			final CommandService commands = context.service(CommandService.class);
			final Map<Class<? extends Command>, String> keys = Map.of(DreamCommand.class, "dream", NoiseCommand.class, "noise",
				MovieCommand.class, "movie", AtlasCommand.class, "atlas", ActivationsCommand.class, "activations");
			for (final Class<? extends Command> type : keys.keySet()) {
				final CommandDescriptor command = Commands.of(keys.get(type));
				final Module module = commands.getCommand(type).createModule();
				for (final Parameter p : command.task().parameters()) {
					final ModuleItem<?> item = module.getInfo().getInput(p.key());
					assertEquals(p.label(), item.getLabel(), type + " " + p.key());
					assertEquals(p.help() + " (" + p.range() + ")", item.getDescription(), type + " " + p.key());
					final List<?> choices = item.getChoices() == null ? List.of() : item.getChoices();
					assertEquals(p.choices(), choices, type + " " + p.key());
					// what SciJava's dialog shows first
					assertEquals(command.defaults().get(p), module.getInput(p.key()), type + " " + p.key());
				}
			}
		}
	}

	/** In SciJava's dialog, inherited inputs of another task have no value or the first choice. */
	@Test
	void aMovieIgnoresEmptyInputsOfOtherTasksAndRefusesOthers() throws Exception {
		try (Context context = new Context(CommandService.class)) {
			final CommandService commands = context.service(CommandService.class);
			final Module movie = commands.run(MovieCommand.class, false, "image", SampleSky.draw(40, 30), "iterations", 0,
				"frames", 1, "guide", "", "width", "", "start", "image", "output", "new").get();
			assertEquals(2, ((ImagePlus) movie.getOutput("result")).getStackSize());
			final Throwable error = root(assertThrows(ExecutionException.class, () -> commands.run(MovieCommand.class, false,
				"image", SampleSky.draw(40, 30), "guide", "x").get()));
			assertTrue(error.getMessage().contains("\"guide\" does not belong"), error.toString());
		}
	}

	private static Throwable root(final Throwable error) {
		return error.getCause() == null ? error : root(error.getCause());
	}

	@Test
	void sciJavaCommandsAreHiddenAndHaveTheKeysOfTheTable() throws Exception {
		assertEquals(Set.of("image", "result"), otherInputs(DreamCommand.class, Task.DREAM));
		assertEquals(Set.of("image", "result"), otherInputs(NoiseCommand.class, Task.DREAM));
		// MovieCommand inherits the inputs of a dream, including some that movies do not have
		assertEquals(Set.of("image", "result", "guide", "start", "width", "height", "seamless", "variations",
			"diversity", "slices", "coherence", "edge", "blend", "type",
			"output"), otherInputs(MovieCommand.class, Task.MOVIE));
		assertEquals(Set.of("result"), otherInputs(AtlasCommand.class, Task.ATLAS));
		assertEquals(Set.of("image", "result", "table"), otherInputs(ActivationsCommand.class, Task.ACTIVATIONS));
		try (Context context = new Context(CommandService.class)) {
			int found = 0;
			for (final CommandInfo info : context.service(CommandService.class).getCommands())
				if (info.getClassName().startsWith("io.deepdream.")) {
					assertFalse(info.isVisible(), info.getClassName());
					found++;
				}
			assertEquals(7, found);
		}
	}

	/** Checks that a command has a text input, which takes any value, for every parameter of its task; returns the other inputs. */
	private static Set<String> otherInputs(final Class<?> command, final Task task) {
		final Map<String, Class<?>> inputs = new HashMap<>();
		for (Class<?> c = command; c != Object.class; c = c.getSuperclass())
			for (final Field field : c.getDeclaredFields())
				if (field.isAnnotationPresent(org.scijava.plugin.Parameter.class)) inputs.put(field.getName(), field.getType());
		for (final Parameter p : task.parameters())
			assertEquals(String.class, inputs.remove(p.key()), p.key());
		return inputs.keySet();
	}

	@Test
	void menuRegistryAndSciJavaCommandsAgree() throws Exception {
		final Map<String, Menu.Item> items = Menu.all();
		final Set<String> paths = new HashSet<>();
		for (final Class<?> command : Arrays.asList(DreamCommand.class, NoiseCommand.class, MovieCommand.class,
			AtlasCommand.class, ActivationsCommand.class, ModelsCommand.class, AboutCommand.class)) {
			assertTrue(Command.class.isAssignableFrom(command));
			paths.add(command.getAnnotation(org.scijava.plugin.Plugin.class).menuPath());
		}
		for (final String line : Files.readAllLines(Path.of("plugins.config"))) {
			if (line.startsWith("#") || line.isBlank() || line.contains("\"-\"")) continue;
			final String[] cells = line.split(",\\s*");
			// a command without such a class runs from menus, macros and the command line
			paths.remove(cells[0] + ">" + cells[1].replace("\"", ""));
			final String key = cells[2].replaceFirst("io\\.deepdream\\.imagej\\.Entry\\(\"(\\w+)\"\\)", "$1");
			assertEquals(cells[1], "\"" + items.remove(key).label() + "\"", line);
		}
		assertTrue(paths.isEmpty(), () -> "SciJava commands without a menu line: " + paths);
		assertTrue(items.isEmpty(), () -> "missing in plugins.config: " + items.keySet());
	}

	/** Runs a plugin like a macro: with options, on a thread named like ImageJ's. */
	private static ImagePlus macro(final PlugIn plugin, final ImagePlus input, final String options)
		throws InterruptedException
	{
		final ImagePlus[] result = new ImagePlus[1];
		final Thread thread = new Thread(() -> {
			Interpreter.batchMode = true;
			WindowManager.setTempCurrentImage(input);
			Macro.setOptions(options);
			try {
				plugin.run("");
				result[0] = WindowManager.getCurrentImage();
			}
			catch (final RuntimeException exc) {
				assertEquals(Macro.MACRO_CANCELED, exc.getMessage());
			}
			finally {
				Interpreter.batchMode = false;
				WindowManager.setTempCurrentImage(null);
			}
		}, "Run$_macro");
		thread.start();
		thread.join();
		return result[0];
	}

	@Test
	void macros() throws Exception {
		final ImagePlus input = SampleSky.draw(120, 90);
		assertArrayEquals(expected(), pixels(macro(new DreamPlugin(), input, OPTIONS)));
		assertEquals(21, macro(key -> Menu.run("noise"), null, "width=21 height=34 iterations=1").getWidth());
		assertEquals(120, macro(key -> Menu.run("noise"), input, "start=image iterations=1").getWidth());
	}

	@Test
	void dreamFromInfoRepeatsActivations() throws Exception {
		final ImagePlus maps = ActivationsJob.run(SampleSky.draw(90, 70), DreamParams.of(Task.ACTIVATIONS).withOptions(
			"layer=mixed4a strongest=2"), DreamListener.SILENT).maps();
		final ImagePlus again = macro(key -> Menu.run("info"), maps, "strongest=2");
		assertTrue(again.getTitle().startsWith("Activations of Activations of Sky"), again.getTitle());
		assertEquals(4, again.getStackSize());
	}

	/** For the embedded networks of earlier versions, the log states where they are; for the current one, nothing. */
	@ParameterizedTest
	@CsvSource({ "a820630bca65e13f327a227f5913a671f5f8806623a8f16a4a3b1b3eb1d594bf,48200c2",
		"be168b8cdf62429a4bc6cf41b1b9d74c7cc1adaa920c431bbcb5f9f7d4948edb,f83ea67" })
	void dreamFromInfoStatesThatTheNetworkWasImproved(final String sha256, final String revision) throws Exception {
		final ImagePlus dreamed = macro(new DreamPlugin(), SampleSky.draw(64, 56), "layer=mixed3a octaves=1 iterations=1");
		final String current = logOfDreamFromInfo(dreamed);
		assertFalse(current.contains("compact-inception"), current);
		final String earlier = logOfDreamFromInfo(withSha256(dreamed, sha256));
		assertTrue(earlier.contains("compact-inception was improved"), earlier);
		assertTrue(earlier.contains("git show " + revision + ":models/compact-inception/compact-inception.pb"), earlier);
	}

	@Test
	void dreamFromInfoStatesThatTheNetworksFileDiffers() throws Exception {
		final ImagePlus dreamed = macro(new DreamPlugin(), SampleSky.draw(64, 56), "layer=mixed3a octaves=1 iterations=1");
		final String log = logOfDreamFromInfo(withSha256(dreamed, "0123"));
		assertTrue(log.contains("another file of the network compact-inception, with the SHA-256 0123"), log);
	}

	private static ImagePlus withSha256(final ImagePlus dreamed, final String sha256) {
		final String info = dreamed.getInfoProperty();
		dreamed.setProperty("Info", info.replaceFirst("(?<=model SHA-256: )\\w+", sha256));
		assertTrue(dreamed.getInfoProperty().contains("SHA-256: " + sha256), dreamed.getInfoProperty());
		return dreamed;
	}

	private static String logOfDreamFromInfo(final ImagePlus dreamed) throws Exception {
		return logOf(() -> assertEquals("Dream of Dream of Sky", macro(key -> Menu.run("info"), dreamed, "iterations=1")
			.getTitle()));
	}

	@Test
	void commandLineMovieWithoutIterations() {
		final Path in = folder.resolve("in.png");
		new FileSaver(SampleSky.draw(40, 30)).saveAsPng(in.toString());
		final Path out = folder.resolve("out.tif");
		final String printed = run(0, "--movie", in.toString(), out.toString(), "iterations=0", "frames=2");
		assertTrue(printed.contains("40x30 pixels"), printed);
		assertEquals(3, IJ.openImage(out.toString()).getStackSize());
	}

	@Test
	void commandLineHelpListsTheDefaultsOfEachCommand() {
		final String help = run(0, "--help");
		assertTrue(help.contains("--layers"), help);
		for (final CommandDescriptor command : Commands.all())
			if (command.hasCommandLine()) for (final Parameter p : command.task().parameters())
				assertTrue((command.defaults().value(p).equals(p.defaultValue()) ? help : defaults(help, command.option()))
					.contains(p.key() + "=" + command.defaults().get(p)), command.key() + ": " + p.key() + "\n" + help);
	}

	/** The line of --help with the differing defaults of a command. */
	private static String defaults(final String help, final String option) {
		return Arrays.stream(help.split("\n")).filter(line -> line.startsWith(option + " ") && line.contains("defaults:")).findFirst().orElse("");
	}

	@Test
	void messagesNameTheRemedyForTheUserInterface() throws Exception {
		assertTrue(run(2, "out.png", "start=noise", "layer=mixed4x").contains("--layers"));
		final PrintStream out = System.out;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		IJ.log("\\Clear");
		System.setOut(new PrintStream(printed, true));
		try {
			assertNull(macro(new DreamPlugin(), SampleSky.draw(60, 60), "layer=mixed4x"));
		}
		finally {
			System.setOut(out);
		}
		// ImageJ logs to its window if it is open
		final String logged = printed + IJ.getLog();
		assertTrue(logged.contains("Models...") && !logged.contains("command line") && !logged.contains("--"), logged);
	}

	/** Nothing listens on the port of the proxy, as without a network. */
	@Test
	void aFailedInstallationLogsOneSentenceAndTheTraceInDebugModeOnly() throws Exception {
		Prefs.set("proxy.server", "127.0.0.1");
		Prefs.set("proxy.port", 1);
		System.setProperty(SystemSettings.MODELS, folder.toString());
		try {
			final String logged = logOf(() -> macro(key -> Menu.run("models"), null, "action=install model=inception5h"));
			assertTrue(logged.contains("DeepDream: ") && logged.contains("inception5h"), logged);
			assertFalse(logged.contains("\tat ") || logged.contains("DreamException"), logged);
			IJ.debugMode = true;
			assertTrue(logOf(() -> macro(key -> Menu.run("models"), null, "action=install model=inception5h")).contains("\tat "));
		}
		finally {
			IJ.debugMode = false;
			System.clearProperty(SystemSettings.MODELS);
			Prefs.set("proxy.server", (String) null);
			Prefs.set("proxy.port", (String) null);
		}
	}

	private static String logOf(final Executable action) throws Exception {
		final PrintStream out = System.out;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		IJ.log("\\Clear");
		System.setOut(new PrintStream(printed, true));
		try {
			assertDoesNotThrow(action);
		}
		finally {
			System.setOut(out);
		}
		// ImageJ logs to its window if it is open
		return printed + IJ.getLog();
	}

	@Test
	void errorsAbortTheMacro() throws Exception {
		assertNull(macro(new DreamPlugin(), SampleSky.draw(60, 60), "octave=1"));
	}
}
