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
package io.deepdream.engine;

import java.nio.file.Path;

import io.deepdream.model.ModelSpec;

/** Creates engines; {@link Engines} finds the implementation by {@link java.util.ServiceLoader}. */
public interface GradientEngineFactory {

	/**
	 * Loads the native library.
	 *
	 * @param cache folder into which it is unpacked
	 * @throws LinkageError if it cannot be loaded
	 */
	void load(Path cache);

	/**
	 * Opens a network. To be closed by the caller.
	 *
	 * @throws io.deepdream.params.DreamException if the file is not a usable graph
	 */
	GradientEngine open(ModelSpec spec);

	/**
	 * Freezes a SavedModel.
	 *
	 * @param folder contains saved_model.pb
	 * @param signature name of the signature; empty = the one that takes images
	 * @return the frozen GraphDef, serialized
	 * @throws io.deepdream.params.DreamException if the SavedModel cannot be frozen
	 */
	byte[] freeze(Path folder, String signature);
}
