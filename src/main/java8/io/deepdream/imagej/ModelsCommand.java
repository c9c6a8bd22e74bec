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

import java.util.LinkedHashMap;
import java.util.Map;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.deepdream.imagej.job.ModelRequest;
import io.deepdream.imagej.job.Models;
import io.deepdream.model.ModelStore;
import io.deepdream.model.TransferListener;

/**
 * Lists, installs, imports and removes networks, for SciJava scripts; see
 * {@link DreamCommand}. The inputs are the keys of the macro options.
 */
@Plugin(type = Command.class, menuPath = "Plugins>DeepDream>Models...", visible = false)
public class ModelsCommand extends EntryCommand {

	@Parameter(required = false, persist = false)
	private String action = "list";

	@Parameter(required = false, persist = false)
	private String model = "";

	@Parameter(required = false, persist = false)
	private String file = "";

	@Parameter(required = false, persist = false)
	private String input = "";

	@Parameter(required = false, persist = false)
	private String order = "";

	@Parameter(required = false, persist = false)
	private String range = "";

	@Parameter(required = false, persist = false)
	private String mean = "";

	@Parameter(required = false, persist = false)
	private String std = "";

	@Parameter(required = false, persist = false)
	private String scale = "";

	/** The key normalise-input, which is no name of a field. */
	@Parameter(required = false, persist = false)
	private String normaliseInput = "";

	@Parameter(required = false, persist = false)
	private String layer = "";

	@Parameter(required = false, persist = false)
	private String signature = "";

	@Parameter(type = ItemIO.OUTPUT)
	private String report;

	@Override
	void execute() {
		final Map<String, String> values = new LinkedHashMap<>();
		final String[] keys = { "action", "model", "file", "input", "order", "range", "mean", "std", "scale", "normalise-input",
			"layer", "signature" };
		final String[] given = { action, model, file, input, order, range, mean, std, scale, normaliseInput, layer, signature };
		for (int i = 0; i < keys.length; i++)
			values.put(keys[i], given[i]);
		report = new Models(ModelStore.standard()).run(ModelRequest.of(values), TransferListener.SILENT);
	}
}
