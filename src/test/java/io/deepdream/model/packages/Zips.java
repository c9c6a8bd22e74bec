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
package io.deepdream.model.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zip archives for tests. */
public final class Zips {

	/** Offset of the external attributes in a header of the central directory. */
	private static final int EXTERNAL_ATTRIBUTES = 38;
	private static final int LINK_MODE = 0120777;

	private final Map<String, byte[]> files = new LinkedHashMap<>();

	/** @param name as it is to be in the archive, valid or not; with a slash at the end, a folder */
	public Zips add(final String name, final byte[] content) {
		files.put(name, content);
		return this;
	}

	public Zips add(final String name, final String content) {
		return add(name, content.getBytes(StandardCharsets.UTF_8));
	}

	public byte[] build() throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (final Map.Entry<String, byte[]> file : files.entrySet()) {
				zip.putNextEntry(new ZipEntry(file.getKey()));
				zip.write(file.getValue());
			}
		}
		return out.toByteArray();
	}

	/** The archive with its last entry marked as a symbolic link, as Info-ZIP does. */
	byte[] buildWithLink() throws IOException {
		final byte[] bytes = build();
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		int header = bytes.length - 4;
		while (buffer.getInt(header) != 0x02014b50)
			header--;
		buffer.putInt(header + EXTERNAL_ATTRIBUTES, LINK_MODE << 16);
		return bytes;
	}

	/** A SavedModel in name only: its graph has variables, and its weights are there. */
	static Zips savedModel() {
		return new Zips().add("saved_model.pb", "VarHandleOp").add("variables/", "").add("variables/variables.index", "i").add(
			"variables/variables.data-00000-of-00001", "d");
	}
}
