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

import org.scijava.Cancelable;
import org.scijava.plugin.Parameter;

/**
 * A SciJava command whose inputs are parameters of the parameter table: fields named like
 * the keys, those of all tasks in this class and the others in subclasses. Omitted inputs
 * have the command's defaults. Inputs are not persisted, because the result of a script
 * must not depend on earlier runs. All are text, also numbers: SciJava logs a value that
 * it cannot convert to the type of a field and runs with the default, while the table
 * refuses it. Tests compare the fields and their labels, choices and descriptions with
 * the table. A DynamicCommand, which could take them from the table, has no result in
 * {@code CommandService.run}.
 */
abstract class TaskCommand extends EntryCommand implements Cancelable {

	@Parameter(required = false, persist = false, label = "Model",
		description = "network: a catalogue name, or the path of a frozen graph (.pb) (text)")
	private String model;

	@Parameter(required = false, persist = false, label = "Layer",
		description = "layer whose activations are maximised; several as mixed3b*0.5,mixed4c; default = " +
			"the network's own choice (text)")
	private String layer;

	@Parameter(required = false, persist = false, label = "Save",
		description = "output file (.png, .tif, .jpg, .avi or .gif), or a folder for a .tif; empty = not " +
			"saved (text)")
	private String save;

	private String cancelReason;

	TaskCommand() {
		// otherwise run() reports the version
		if (JavaVersion.suffices()) CommandInputs.set(this, key());
	}

	/** The key of the command in the registry. Called before the subclass is constructed. */
	abstract String key();

	@Override
	public boolean isCanceled() {
		return cancelReason != null;
	}

	@Override
	public void cancel(final String reason) {
		cancelReason = reason;
	}

	@Override
	public String getCancelReason() {
		return cancelReason;
	}
}
