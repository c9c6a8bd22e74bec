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
 * Describes a command to the menu, dialogs, macros, SciJava, the command line, the
 * help and Dream from Info. Immutable; the methods that return a descriptor return a
 * modified copy.
 * <p>
 * To add a command:
 * </p>
 * <ol>
 * <li>implement its {@link Job};</li>
 * <li>add a descriptor to {@link Commands};</li>
 * <li>add a menu line with the descriptor's key and label to plugins.config.</li>
 * </ol>
 * <p>
 * Menu, dialog, macro recording, help and (with {@link #commandLine}) the command
 * line follow from the descriptor. A SciJava command class in src/main/java8 is only
 * needed for scripts that pass typed inputs.
 * </p>
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
	 * @param key the argument of Entry in plugins.config, and part of the key in
	 *          ImageJ's preferences; must never change
	 * @param label in the menu and in recorded macros; must never change
	 * @param defaults of the parameters
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

	/** The command runs without an open image. */
	CommandDescriptor withoutImage() {
		final CommandDescriptor copy = copy();
		copy.needsImage = false;
		return copy;
	}

	/** The dialog has no presets and no preview. */
	CommandDescriptor withoutPreview() {
		final CommandDescriptor copy = copy();
		copy.preview = false;
		return copy;
	}

	/** The dialog omits these parameters; macros may still set them. */
	CommandDescriptor hiding(final Parameter... parameters) {
		final CommandDescriptor copy = copy();
		copy.hidden = EnumSet.copyOf(Arrays.asList(parameters));
		return copy;
	}

	/** The initial value of a parameter in the dialog depends on the image. */
	CommandDescriptor suggesting(final Parameter parameter, final Function<ImagePlus, String> value) {
		final CommandDescriptor copy = copy();
		copy.suggested = parameter;
		copy.suggestion = value;
		return copy;
	}

	/**
	 * The command is available on the command line.
	 *
	 * @param newOption such as --movie; empty for the default command
	 * @param newUsage the file arguments
	 * @param newHelp one line for --help
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

	/** The values of parameters that a macro, script or command line omits. */
	public DreamParams defaults() {
		return defaults;
	}

	public Task task() {
		return defaults.task();
	}

	public Job job() {
		return job;
	}

	/** Whether the command needs an open image, unless its parameters contain start=noise. */
	public boolean needsImage() {
		return needsImage;
	}

	/** Whether the dialog has presets and a preview. */
	public boolean hasPreview() {
		return preview;
	}

	/** The parameters in the dialog. */
	public Set<Parameter> shown() {
		final Set<Parameter> shown = EnumSet.copyOf(task().parameters());
		shown.removeAll(hidden);
		return shown;
	}

	/** Initial parameters of the dialog: the given ones, with the value suggested for the image. */
	public DreamParams suggest(final DreamParams params, final ImagePlus image) {
		return suggested == null ? params : params.with(suggested, suggestion.apply(image));
	}

	public boolean hasCommandLine() {
		return option != null;
	}

	/** Such as --movie; empty for the default command. */
	public String option() {
		return option;
	}

	/** Option and file arguments, for usage messages. */
	public String usage() {
		return (option + " " + usage).trim();
	}

	/** Number of file arguments; the last is the result. */
	public int files() {
		return usage.split(" ").length;
	}

	/** One line for --help. */
	public String help() {
		return help;
	}

	/** The defaults that differ from those of the parameter table, as a macro option string. */
	public String differingDefaults() {
		return task().parameters().stream().filter(p -> !defaults.value(p).equals(p.defaultValue())).map(p -> p.key() +
			"=" + defaults.get(p)).collect(Collectors.joining(" "));
	}
}
