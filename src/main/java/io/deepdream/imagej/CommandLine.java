package io.deepdream.imagej;

import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import ij.ImagePlus;

import io.deepdream.DreamException;
import io.deepdream.DreamException.Place;
import io.deepdream.DreamListener;
import io.deepdream.DreamParams;
import io.deepdream.Parameter;
import io.deepdream.Task;
import io.deepdream.model.ModelStore;

/**
 * DeepDream without a window.
 *
 * <pre>
 * (nothing)                 draws a sky, dreams it, writes target/dream.png
 * IN OUT key=value ...      dreams a file
 * OUT start=noise ...       renders from noise
 * --movie IN OUT ...        makes a zoom movie (.avi, .gif, .tif), or continues one
 * --atlas OUT ...           renders a layer's channels as a stack
 * --macro FILE ARGUMENT     runs an ImageJ macro
 * --layers model=...        lists name, channels, stride, receptive field
 * --models                  lists networks
 * --install NAME            fetches a network of the catalogue
 * --import FILE key=value   takes a network from a frozen graph or a SavedModel
 * --remove NAME             deletes an installed network
 * --help                    lists the keys
 * --imagej                  opens ImageJ with the plugin in its menu
 * </pre>
 *
 * Exit code 0, or 2 with one sentence on the error stream.
 */
public final class CommandLine {

	private static final int USER_MISTAKE = 2;
	private static final File SAMPLE_RESULT = new File("target", "dream.png");

	private static final List<String> MODELS = List.of("--models", "--install", "--import", "--remove");

	private final PrintStream out;

	private CommandLine(final PrintStream out) {
		this.out = out;
	}

	public static void main(final String... args) {
		// but for --imagej no display is needed, and ImageJ must not look for one
		if (!Arrays.asList(args).contains("--imagej")) System.setProperty("java.awt.headless", "true");
		final int code = run(System.out, System.err, args);
		// only on failure: exec:java shares Maven's JVM
		if (code != 0) System.exit(code);
	}

	/** {@link #main} without its exit. */
	static int run(final PrintStream out, final PrintStream err, final String... args) {
		try {
			new CommandLine(out).dispatch(args);
			return 0;
		}
		catch (final DreamException exc) {
			err.println(exc.message(Place.COMMAND_LINE));
			return USER_MISTAKE;
		}
	}

	private void dispatch(final String... args) {
		final List<String> words = new ArrayList<>();
		final List<String> settings = new ArrayList<>();
		for (final String arg : args)
			(arg.matches("[a-z]+=.*") ? settings : words).add(arg);
		final String first = words.isEmpty() ? "" : words.get(0);
		if (first.equals("--imagej")) {
			ImageJWindow.open();
			return;
		}
		final List<String> files = words.subList(words.isEmpty() ? 0 : 1, words.size());
		if (first.equals("--help")) help();
		else if (first.equals("--layers")) layers(params(Task.DREAM, settings));
		else if (MODELS.contains(first)) models(first.substring(2), files, settings);
		else if (first.equals("--movie")) movie(files, params(Task.MOVIE, settings));
		else if (first.equals("--atlas")) {
			requireFiles(files, 1, "--atlas OUT");
			run(AtlasJob::run, null, files.get(0), params(Task.ATLAS, settings));
		}
		else if (first.equals("--macro")) macro(files, settings);
		else if (first.startsWith("--")) throw new DreamException("Unknown option " + first +
			": there are --movie, --atlas, --macro, --layers, " + String.join(", ", MODELS) + ", --imagej and --help.");
		else dream(words, params(Task.DREAM, settings));
	}

	private void macro(final List<String> words, final List<String> settings) {
		// an argument like a=b is the macro's own
		final List<String> all = new ArrayList<>(words);
		all.addAll(settings);
		if (all.isEmpty() || all.size() > 2) throw new DreamException("Expected a macro and at most one argument for it, but " +
			"got " + all.size() + ": write --macro FILE ARGUMENT.");
		final String result = HeadlessMacro.run(all.get(0), all.size() > 1 ? all.get(1) : "");
		if (result != null && !result.isEmpty()) out.println(result);
	}

	private static DreamParams params(final Task task, final List<String> settings) {
		DreamParams params = DreamParams.of(task);
		for (final String setting : settings) {
			final int equals = setting.indexOf('=');
			params = params.with(Parameter.of(setting.substring(0, equals)), setting.substring(equals + 1));
		}
		return params;
	}

	private void help() {
		out.println("IN OUT key=value ...           dreams an image file; with start=noise there is no IN");
		out.println("--movie IN OUT key=value ...   makes or continues a zoom movie");
		out.println("--atlas OUT key=value ...      renders a layer's channels as a stack");
		out.println("--macro FILE ARGUMENT          runs an ImageJ macro with this plugin's commands");
		out.println("--layers model=...             lists name, channels, stride and receptive field of each layer");
		out.println("--models                       lists networks; --install NAME, --import FILE, --remove NAME");
		for (final Parameter p : Parameter.values())
			out.println(p.key() + "=" + DreamParams.format(p.defaultValue()) + "\t" + p.help() + " (" + p.range() + ")");
		for (final Task task : List.of(Task.MOVIE, Task.ATLAS))
			out.println("--" + task.name().toLowerCase(Locale.ROOT) + " has other defaults: " + otherDefaults(task));
	}

	/** Where a command's defaults are not the table's. */
	private static String otherDefaults(final Task task) {
		final DreamParams defaults = DreamParams.of(task);
		return task.parameters().stream().filter(p -> !defaults.value(p).equals(p.defaultValue())).map(p -> p.key() + "=" +
			defaults.get(p)).collect(Collectors.joining(" "));
	}

	private void models(final String option, final List<String> words, final List<String> settings) {
		final boolean list = option.equals("models");
		if (words.size() != (list ? 0 : 1)) throw new DreamException("--" + option + (list ? " takes no name" : " takes one " +
			(option.equals("import") ? "file" : "name")) + ", but got " + words.size() + ".");
		final Map<String, String> request = new LinkedHashMap<>();
		for (final String setting : settings)
			request.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
		request.put(ModelRequest.ACTION, list ? "list" : option);
		if (!list) request.put(option.equals("import") ? ModelRequest.FILE : ModelRequest.MODEL, words.get(0));
		out.println(new Models(ModelStore.standard()).run(ModelRequest.of(request), new TransferPrinter(out)));
	}

	private void layers(final DreamParams params) {
		final List<String> rows = LayerTable.rows(params.get(Parameter.MODEL));
		out.println(LayerTable.HEADINGS);
		rows.forEach(out::println);
	}

	private void dream(final List<String> files, final DreamParams params) {
		final boolean noise = params.is(Parameter.START, "noise");
		final ImagePlus input;
		final String result;
		if (files.isEmpty() && !noise) {
			if (!SAMPLE_RESULT.getParentFile().isDirectory() && !SAMPLE_RESULT.getParentFile().mkdirs())
				throw new DreamException("The folder " + SAMPLE_RESULT.getParentFile().getAbsolutePath() +
					" cannot be made: start in a folder that you may write to.");
			input = SampleSky.draw(640, 420);
			result = SAMPLE_RESULT.getPath();
		}
		else {
			requireFiles(files, noise ? 1 : 2, noise ? "OUT start=noise" : "IN OUT");
			input = noise ? null : open(files.get(0));
			result = files.get(files.size() - 1);
		}
		run(DreamJob::run, input, result, params);
	}

	private void movie(final List<String> files, final DreamParams params) {
		requireFiles(files, 2, "--movie IN OUT");
		run(MovieJob::run, open(files.get(0)), files.get(1), params);
	}

	private static void requireFiles(final List<String> files, final int expected, final String usage) {
		if (files.size() != expected) throw new DreamException("Expected " + (expected == 1 ? "one file, the result"
			: "two files, the image and the result") + ", but got " + files.size() + ": write " + usage + " key=value ...");
	}

	private void run(final PluginRun.Job job, final ImagePlus input, final String result, final DreamParams params) {
		final long begin = System.nanoTime();
		final Printer printer = new Printer();
		final ImagePlus dreamed = job.run(input, params.with(Parameter.SAVE, result), printer, image -> {});
		if (printer.done < 1) throw new DreamException(
			"Only the first octaves were finished, for the reason above; they are in " + new File(result).getAbsolutePath() +
				".");
		out.printf(Locale.ROOT, "%s: %dx%d pixels, %.1f s%n", new File(result).getAbsolutePath(), dreamed.getWidth(),
			dreamed.getHeight(), (System.nanoTime() - begin) / 1e9);
	}

	private static ImagePlus open(final String path) {
		final File file = new File(path);
		if (!file.isFile() || !file.canRead()) throw new DreamException("The image " + file.getAbsolutePath() +
			" cannot be read: check that it exists and that you may read it.");
		final ImagePlus imp = ImageFiles.open(path);
		if (imp == null) throw new DreamException("The file " + file.getAbsolutePath() +
			" is no image that ImageJ can open: convert it to TIFF or PNG.");
		return imp;
	}

	/** A line for each tenth of an octave. */
	private final class Printer implements DreamListener {

		private final RemainingTime remaining = new RemainingTime(System.nanoTime());
		private double done;
		private int lastOctave;
		private int lastTenth;

		@Override
		public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
			final double score)
		{
			this.done = done;
			// a movie may make frames without any step
			final int tenth = steps == 0 ? 10 : 10 * step / steps;
			if (Double.isNaN(score) || done < 1 && octave == lastOctave && tenth == lastTenth) return;
			lastOctave = octave;
			lastTenth = tenth;
			out.printf(Locale.ROOT, "%3.0f%%  octave %d/%d  step %d/%d  score %.5g  %s%n", 100 * done, octave, octaves, step,
				steps, score, remaining.left(done, System.nanoTime()));
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
