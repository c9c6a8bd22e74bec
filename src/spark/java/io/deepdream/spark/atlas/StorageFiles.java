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
package io.deepdream.spark.atlas;

import java.io.Serializable;

import io.deepdream.imagej.website.SiteFiles;
import io.deepdream.spark.cluster.Storage;

/** A website in the storage of a cluster. */
final class StorageFiles implements SiteFiles, Serializable {

	private static final long serialVersionUID = 1L;

	private final String folder;

	/** @param folder a path or URI; need not exist */
	StorageFiles(final String folder) {
		this.folder = folder.replaceFirst("/+$", "");
	}

	@Override
	public byte[] read(final String path) {
		final String file = folder + "/" + path;
		return Storage.exists(file) ? Storage.read(file) : null;
	}

	@Override
	public void write(final String path, final byte[] content) {
		Storage.write(folder + "/" + path, out -> out.write(content));
	}

	@Override
	public boolean isUsed() {
		return Storage.exists(folder) && Storage.isUsed(folder);
	}

	@Override
	public String location() {
		return folder;
	}
}
