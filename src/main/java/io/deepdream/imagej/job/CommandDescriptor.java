package io.deepdream.imagej.job;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import ij.ImagePlus;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Task;

/**
 * All that menu, dialog, macros, SciJava, command line, help and Dream from Info
 * know of a command. Immutable; the methods that return a descriptor copy this one.
 */
public final class CommandDescriptor {

	private final String key;
	private final String label;
	private final DreamParams defaults;
	private final Job job;
	private boolean needsImage = true;
	private boolean preview = true;
	private Set<Parameter> hidden = EnumSet.noneOf(Parameter.class);
	private Parameter suggested;
	private Function<ImagePlus, String> suggestion;
	private String option;
	private String usage;
	private String help;

	/**
	 * @param key the argument of Entry in plugins.config, and the name in ImageJ's
	 *          preferences; never changes
	 * @param label in the menu, and so in recorded macros; never changes
	 */
	public CommandDescriptor(final String key, final String label, final DreamParams defaults, final Job job) {
		this.key = key;
		this.label = label;
		this.defaults = defaults;
		this.job = job;
	}

	private CommandDescriptor copy() {
		final CommandDescriptor copy = new CommandDescriptor(key, label, defaults, job);
		copy.needsImage = needsImage;
		copy.preview = preview;
		copy.hidden = hidden;
		copy.suggested = suggested;
		copy.suggestion = suggestion;
		copy.option = option;
		copy.usage = usage;
		copy.help = help;
		return copy;
	}

	/** Runs without an open image. */
	CommandDescriptor withoutImage() {
		final CommandDescriptor copy = copy();
		copy.needsImage = false;
		return copy;
	}

	/** Its dialog has no presets and no preview. */
	CommandDescriptor withoutPreview() {
		final CommandDescriptor copy = copy();
		copy.preview = false;
		return copy;
	}

	/** Its dialog does not show these parameters; macros may still set them. */
	CommandDescriptor hiding(final Parameter... parameters) {
		final CommandDescriptor copy = copy();
		copy.hidden = EnumSet.copyOf(Arrays.asList(parameters));
		return copy;
	}

	/** Its dialog begins with a value that depends on the image. */
	CommandDescriptor suggesting(final Parameter parameter, final Function<ImagePlus, String> value) {
		final CommandDescriptor copy = copy();
		copy.suggested = parameter;
		copy.suggestion = value;
		return copy;
	}

	/**
	 * It has a command line.
	 *
	 * @param newOption such as --movie; empty for the command without an option
	 * @param newUsage the files after it
	 * @param newHelp what it does, in a line
	 */
	CommandDescriptor commandLine(final String newOption, final String newUsage, final String newHelp) {
		final CommandDescriptor copy = copy();
		copy.option = newOption;
		copy.usage = newUsage;
		copy.help = newHelp;
		return copy;
	}

	public String key() {
		return key;
	}

	public String label() {
		return label;
	}

	/** For parameters that a macro, a script or a command line does not name. */
	public DreamParams defaults() {
		return defaults;
	}

	public Task task() {
		return defaults.task();
	}

	public Job job() {
		return job;
	}

	/** Whether it works on an open image, unless its parameters start from noise. */
	public boolean needsImage() {
		return needsImage;
	}

	/** Whether its dialog shows presets and a preview. */
	public boolean hasPreview() {
		return preview;
	}

	/** The parameters in its dialog. */
	public Set<Parameter> shown() {
		final Set<Parameter> shown = EnumSet.copyOf(task().parameters());
		shown.removeAll(hidden);
		return shown;
	}

	/** Parameters for its dialog, changed by what the image suggests. */
	public DreamParams suggest(final DreamParams params, final ImagePlus image) {
		return suggested == null ? params : params.with(suggested, suggestion.apply(image));
	}

	public boolean hasCommandLine() {
		return option != null;
	}

	/** Such as --movie; empty for the command without an option. */
	public String option() {
		return option;
	}

	/** Option and files, as the user writes them. */
	public String usage() {
		return (option + " " + usage).trim();
	}

	/** How many files the command line names, the result last. */
	public int files() {
		return usage.split(" ").length;
	}

	/** What it does, for the command line's help. */
	public String help() {
		return help;
	}

	/** Its defaults that are not the table's, as a macro option string. */
	public String differingDefaults() {
		return task().parameters().stream().filter(p -> !defaults.value(p).equals(p.defaultValue())).map(p -> p.key() +
			"=" + defaults.get(p)).collect(Collectors.joining(" "));
	}
}
