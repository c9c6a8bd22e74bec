package io.deepdream.imagej.job;

import java.util.Locale;

import ij.ImagePlus;

import io.deepdream.DeepDream;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Task;

/** Where a result comes from, for its Info. */
public final class Provenance {

	private static final String PARAMETERS = "DeepDream parameters: ";
	private static final String TASK = "DeepDream task: ";
	private static final String SOURCE = "DeepDream source: ";

	private Provenance() {}

	/**
	 * The parameters that made an image.
	 *
	 * @return null if there are none in its Info
	 * @throws io.deepdream.params.DreamException if this version does not know them
	 */
	public static DreamParams params(final ImagePlus image) {
		final String line = line(image, PARAMETERS);
		if (line == null) return null;
		final String task = line(image, TASK);
		return DreamParams.of(task == null ? Task.DREAM : task(task)).withOptions(line);
	}

	private static Task task(final String name) {
		return Commands.all().stream().map(CommandDescriptor::task).filter(task -> task.name().equalsIgnoreCase(name))
			.findFirst().orElseThrow(() -> new DreamException("This version of DeepDream has no task \"" + name +
				"\": update DeepDream."));
	}

	/** Title of the image that it was made of; null if there is none. */
	public static String source(final ImagePlus image) {
		return line(image, SOURCE);
	}

	/** The rest of the first line that begins so: later ones are those of the image that it was made of. */
	private static String line(final ImagePlus image, final String begin) {
		final String info = image == null ? null : image.getInfoProperty();
		if (info == null) return null;
		for (final String line : info.split("\n"))
			if (line.startsWith(begin)) return line.substring(begin.length());
		return null;
	}

	/**
	 * @param params what was really done
	 * @param input the image that it was done to, whose own Info follows; may be null
	 */
	public static String of(final DeepDream deepDream, final DreamParams params, final ImagePlus input) {
		final StringBuilder info = new StringBuilder();
		info.append("DeepDream ").append(Version.get()).append('\n');
		info.append(TASK).append(params.task().name().toLowerCase(Locale.ROOT)).append('\n');
		// where the result was saved is no part of how it is made: repeated, it would be overwritten
		info.append(PARAMETERS).append(params.with(Parameter.SAVE, "").toOptions()).append('\n');
		info.append("DeepDream seed: ").append(params.get(Parameter.SEED)).append('\n');
		info.append("DeepDream model: ").append(deepDream.model().name()).append('\n');
		info.append("DeepDream model SHA-256: ").append(deepDream.sha256()).append('\n');
		info.append("DeepDream model licence: ").append(deepDream.model().licence()).append('\n');
		info.append("DeepDream model citation: ").append(deepDream.model().citation()).append('\n');
		info.append("DeepDream engine: ").append(deepDream.engine()).append('\n');
		if (input == null) return info.toString();
		info.append(SOURCE).append(input.getTitle()).append('\n');
		final String before = input.getInfoProperty();
		return before == null ? info.toString() : info + "\n" + before;
	}
}
