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
package io.deepdream.cli;

import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;

import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.job.Job;
import io.deepdream.imagej.job.LayerTable;
import io.deepdream.imagej.job.ModelRequest;
import io.deepdream.imagej.job.Models;
import io.deepdream.imagej.pixels.ImageFiles;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.imagej.progress.RemainingTime;
import io.deepdream.imagej.website.LocalFiles;
import io.deepdream.imagej.website.SiteFiles;
import io.deepdream.imagej.website.Website;
import io.deepdream.imagej.website.WebsiteSettings;
import io.deepdream.model.ModelStore;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamException.Place;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.FilePath;
import io.deepdream.params.Parameter;
import io.deepdream.params.Start;

/** Executes the arguments of {@link CommandLine}. Public for calls from another class loader. */
public final class CommandRunner {

	/** Exit code after an error that the user can correct. */
	static final int EXIT_USER_ERROR = 2;
	private static final File SAMPLE_RESULT = new File("target", "dream.png");

	private final PrintStream out;

	private CommandRunner(final PrintStream out) {
		this.out = out;
	}

	/** @return the exit code */
	public static int run(final PrintStream out, final PrintStream err, final String... args) {
		try {
			new CommandRunner(out).dispatch(args);
			return 0;
		}
		catch (final DreamException exc) {
			err.println(exc.message(Place.COMMAND_LINE));
			return EXIT_USER_ERROR;
		}
	}

	private void dispatch(final String... args) {
		final Arguments arguments = new Arguments(args);
		final String option = arguments.option();
		final List<String> operands = arguments.operands();
		final List<String> settings = arguments.settings();
		final Optional<CommandDescriptor> command = command(option);
		if (option.equals("--imagej")) ImageJWindow.open();
		else if (option.equals("--help")) help();
		else if (option.equals("--website")) website(operands, settings);
		else if (option.equals("--layers")) layers(params(Commands.of("dream"), settings));
		else if (Arguments.MODELS.contains(option)) models(option.substring(2), operands, settings);
		else if (command.isPresent()) run(command.get(), operands, settings);
		else if (option.equals("--macro")) macro(operands, settings);
		else dream(operands, settings);
	}

	private void macro(final List<String> operands, final List<String> settings) {
		// an argument such as a=b belongs to the macro
		final List<String> all = new ArrayList<>(operands);
		all.addAll(settings);
		if (all.isEmpty() || all.size() > 2) throw new DreamException("Expected a macro file and at most one argument, but " +
			"got " + all.size() + ": use --macro FILE ARGUMENT.");
		final String result = HeadlessMacro.run(all.get(0), all.size() > 1 ? all.get(1) : "");
		if (result != null && !result.isEmpty()) out.println(result);
	}

	private void website(final List<String> operands, final List<String> settings) {
		if (operands.size() != 1) throw new DreamException("Expected one folder for the website, but got " + operands.size() +
			": use --website FOLDER key=value ...");
		final SiteFiles files = new LocalFiles(operands.get(0));
		new Website(WebsiteSettings.parse(settings), files, new Printer()).make();
		out.println(files.location() + File.separator + "index.html");
	}

	private static DreamParams params(final CommandDescriptor command, final List<String> settings) {
		DreamParams params = command.defaults();
		for (final String setting : settings) {
			final int equals = setting.indexOf('=');
			params = params.with(Parameter.of(setting.substring(0, equals)), setting.substring(equals + 1));
		}
		return params;
	}

	private void help() {
		for (final CommandDescriptor c : Commands.all())
			if (c.hasCommandLine()) out.printf("%-31s%s%n", c.usage() + " key=value ...", c.help());
		out.println("--website FOLDER key=value ...  makes a website of the channels of layers=NAME,NAME or all");
		out.println("--macro FILE ARGUMENT          runs an ImageJ macro");
		out.println("--layers model=...             lists name, channels, stride and receptive field of each layer");
		out.println("--models                       lists networks; --install NAME, --import FILE, --remove NAME");
		for (final Parameter p : Parameter.values())
			out.println(p.key() + "=" + DreamParams.format(p.defaultValue()) + "\t" + p.help() + " (" + p.range() + ")");
		for (final CommandDescriptor c : Commands.all())
			if (c.hasCommandLine() && !c.differingDefaults().isEmpty()) out.println(c.option() + " has different defaults: " + c
				.differingDefaults());
	}

	private void models(final String option, final List<String> operands, final List<String> settings) {
		final boolean list = option.equals("models");
		if (operands.size() != (list ? 0 : 1)) throw new DreamException("--" + option + (list ? " takes no name" : " takes one " +
			(option.equals("import") ? "file" : "name")) + ", but got " + operands.size() + ".");
		final Map<String, String> request = new LinkedHashMap<>();
		for (final String setting : settings)
			request.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
		request.put(ModelRequest.ACTION, list ? "list" : option);
		if (!list) request.put(option.equals("import") ? ModelRequest.FILE : ModelRequest.MODEL, operands.get(0));
		out.println(new Models(ModelStore.standard()).run(ModelRequest.of(request), new TransferPrinter(out)));
	}

	private void layers(final DreamParams params) {
		final List<String> rows = LayerTable.rows(params.get(Parameter.MODEL));
		out.println(LayerTable.HEADINGS);
		rows.forEach(out::println);
	}

	private static Optional<CommandDescriptor> command(final String option) {
		return Commands.all().stream().filter(c -> c.hasCommandLine() && !option.isEmpty() && c.option().equals(option))
			.findFirst();
	}

	private void dream(final List<String> files, final List<String> settings) {
		final CommandDescriptor command = Commands.of("dream");
		final DreamParams params = params(command, settings);
		if (params.is(Parameter.START, Start.NOISE)) {
			requireFiles(files, 1, "OUT start=noise");
			run(command.job(), null, files.get(0), params);
		}
		else if (files.isEmpty()) {
			if (!SAMPLE_RESULT.getParentFile().isDirectory() && !SAMPLE_RESULT.getParentFile().mkdirs())
				throw new DreamException("The folder " + SAMPLE_RESULT.getParentFile().getAbsolutePath() +
					" cannot be created: run the command in a writable folder.");
			run(command.job(), SampleSky.draw(640, 420), SAMPLE_RESULT.getPath(), params);
		}
		else run(command, files, settings);
	}

	private void run(final CommandDescriptor command, final List<String> files, final List<String> settings) {
		final DreamParams params = params(command, settings);
		requireFiles(files, command.files(), command.usage());
		run(command.job(), command.needsImage() ? open(files.get(0)) : null, files.get(files.size() - 1), params);
	}

	private static void requireFiles(final List<String> files, final int expected, final String usage) {
		if (files.size() != expected) throw new DreamException("Expected " + (expected == 1 ? "one file, the result"
			: "two files, the image and the result") + ", but got " + files.size() + ": use " + usage + " key=value ...");
	}

	private void run(final Job job, final ImagePlus input, final String result, final DreamParams params) {
		final long begin = System.nanoTime();
		final Printer printer = new Printer();
		final ImagePlus image = job.run(input, params.with(Parameter.SAVE, result), printer, shown -> {});
		if (printer.done < 1) throw new DreamException(
			"Not all octaves were finished, for the reason above: the result so far is in " + new File(result)
				.getAbsolutePath() + ".");
		out.printf(Locale.ROOT, "%s: %dx%d pixels, %.1f s%n", new File(result).getAbsolutePath(), image.getWidth(),
			image.getHeight(), (System.nanoTime() - begin) / 1e9);
	}

	private static ImagePlus open(final String path) {
		final File file = FilePath.of(path).toFile();
		if (!file.isFile() || !file.canRead()) throw new DreamException("The image " + file.getAbsolutePath() +
			" cannot be read: check that it exists and is readable.");
		final ImagePlus imp = ImageFiles.open(path);
		if (imp == null) throw new DreamException("The file " + file.getAbsolutePath() +
			" is not an image that ImageJ can open: convert it to TIFF or PNG.");
		return imp;
	}

	/** Prints a line for each tenth of an octave. */
	private final class Printer implements DreamListener {

		private final RemainingTime remaining = new RemainingTime();
		private double done;
		private int lastOctave;
		private int lastTenth;

		@Override
		public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
			final double score)
		{
			this.done = done;
			remaining.update(done, octave, step, System.nanoTime());
			// with iterations=0, the frames of a movie have no steps
			final int tenth = steps == 0 ? 10 : 10 * step / steps;
			if (Double.isNaN(score) || done < 1 && octave == lastOctave && tenth == lastTenth) return;
			lastOctave = octave;
			lastTenth = tenth;
			out.printf(Locale.ROOT, "%3.0f%%  octave %d/%d  step %d/%d  score %.5g  %s%n", 100 * done, octave, octaves, step,
				steps, score, remaining);
		}

		@Override
		public void loading(final String what) {
			out.println(what);
		}

		@Override
		public void note(final String sentence) {
			out.println(sentence);
		}
	}
}
