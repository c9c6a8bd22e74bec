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

import java.util.List;
import java.util.Optional;

import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Task;

/**
 * The registry of commands with parameters. {@link CommandDescriptor} lists the steps
 * to add one: a {@link Job}, a descriptor here, and a menu line in plugins.config.
 * Commands without parameters, such as windows, are added to the menu only, in
 * {@code io.deepdream.imagej.Menu}.
 */
public final class Commands {

	private static final List<CommandDescriptor> ALL = List.of(

		new CommandDescriptor("dream", "Dream...", DreamParams.defaults(), DreamJob::run).hiding(Parameter.START,
			Parameter.WIDTH, Parameter.HEIGHT, Parameter.VARIATIONS, Parameter.DIVERSITY).commandLine("", "IN OUT",
				"dreams an image file; start=noise needs no IN"),

		new CommandDescriptor("noise", "Render from Noise...", DreamParams.fromNoise(), DreamJob::run).hiding(
			Parameter.START, Parameter.SLICES, Parameter.COHERENCE, Parameter.EDGE, Parameter.BLEND, Parameter.COLOURS,
			Parameter.TYPE, Parameter.OUTPUT),

		new CommandDescriptor("movie", "Zoom Movie...", DreamParams.of(Task.MOVIE), MovieJob::run).suggesting(
			Parameter.CENTRE, MovieJob::centre).commandLine("--movie", "IN OUT", "makes or continues a zoom movie"),

		new CommandDescriptor("activations", "Activations...", DreamParams.of(Task.ACTIVATIONS), ActivationsJob::run)
			.hiding(Parameter.SAVE).withoutPreview(),

		new CommandDescriptor("atlas", "Channel Atlas...", DreamParams.of(Task.ATLAS), AtlasJob::run).withoutImage()
			.withoutPreview().commandLine("--atlas", "OUT", "renders a layer's channels as a stack"));

	private Commands() {}

	/** All commands, in the order of the help. */
	public static List<CommandDescriptor> all() {
		return ALL;
	}

	static Optional<CommandDescriptor> find(final String key) {
		return ALL.stream().filter(command -> command.key().equals(key)).findFirst();
	}

	/** @throws IllegalArgumentException if there is no such command */
	public static CommandDescriptor of(final String key) {
		return find(key).orElseThrow(() -> new IllegalArgumentException("unknown command: " + key));
	}

	/** The command that creates a result with these parameters. */
	public static CommandDescriptor of(final DreamParams params) {
		return ALL.stream().filter(command -> command.task() == params.task() && command.defaults().get(Parameter.START).equals(
			params.get(Parameter.START))).findFirst().orElseThrow(() -> new IllegalArgumentException("no command for " +
				params.task()));
	}
}
