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

import java.util.Locale;

import ij.ImagePlus;

import io.deepdream.DeepDream;
import io.deepdream.model.EarlierNetworks;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Task;

/** The provenance of a result, stored in its Info property: parameters, network, engine, source image. */
public final class Provenance {

	private static final String PARAMETERS = "DeepDream parameters: ";
	private static final String TASK = "DeepDream task: ";
	private static final String SOURCE = "DeepDream source: ";
	private static final String SHA256 = "DeepDream model SHA-256: ";

	private Provenance() {}

	/**
	 * The parameters that created an image.
	 *
	 * @return null if there are none in its Info
	 * @throws io.deepdream.params.DreamException if this version does not support them
	 */
	public static DreamParams params(final ImagePlus image) {
		final String line = line(image, PARAMETERS);
		if (line == null) return null;
		final String task = line(image, TASK);
		return DreamParams.of(task == null ? Task.DREAM : task(task)).withOptions(line);
	}

	/** Whether a task made an image. */
	static boolean isOf(final ImagePlus image, final Task task) {
		return task.name().equalsIgnoreCase(line(image, TASK));
	}

	/** Explains why the parameters of an image would give another picture now; null if its network is the same, or unknown. */
	public static String difference(final ImagePlus image) {
		final String sha256 = line(image, SHA256);
		return sha256 == null ? null : EarlierNetworks.difference(params(image), sha256);
	}

	private static Task task(final String name) {
		return Commands.all().stream().map(CommandDescriptor::task).filter(task -> task.name().equalsIgnoreCase(name))
			.findFirst().orElseThrow(() -> new DreamException("This version of DeepDream has no task \"" + name +
				"\": update DeepDream."));
	}

	/** Title of the source image; null if there is none. */
	public static String source(final ImagePlus image) {
		return line(image, SOURCE);
	}

	/** The rest of the first line with a prefix; later ones belong to the source image, whose Info follows. */
	private static String line(final ImagePlus image, final String prefix) {
		final String info = image == null ? null : image.getInfoProperty();
		if (info == null) return null;
		for (final String line : info.split("\n"))
			if (line.startsWith(prefix)) return line.substring(prefix.length());
		return null;
	}

	/**
	 * @param params the parameters actually used
	 * @param input the source image, whose own Info is appended; may be null
	 */
	public static String of(final DeepDream deepDream, final DreamParams params, final ImagePlus input) {
		final StringBuilder info = new StringBuilder();
		info.append("DeepDream ").append(Version.get()).append('\n');
		info.append(TASK).append(params.task().name().toLowerCase(Locale.ROOT)).append('\n');
		// without the file name, or Dream from Info would overwrite the file
		info.append(PARAMETERS).append(params.with(Parameter.SAVE, "").toOptions()).append('\n');
		info.append("DeepDream seed: ").append(params.get(Parameter.SEED)).append('\n');
		info.append("DeepDream model: ").append(deepDream.model().name()).append('\n');
		info.append(SHA256).append(deepDream.sha256()).append('\n');
		info.append("DeepDream model licence: ").append(deepDream.model().licence()).append('\n');
		info.append("DeepDream model citation: ").append(deepDream.model().citation()).append('\n');
		info.append("DeepDream engine: ").append(deepDream.engine()).append('\n');
		if (input == null) return info.toString();
		info.append(SOURCE).append(input.getTitle()).append('\n');
		final String before = input.getInfoProperty();
		return before == null ? info.toString() : info + "\n" + before;
	}
}
