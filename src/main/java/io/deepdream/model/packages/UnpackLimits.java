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

import io.deepdream.params.DreamException;

/** Counts what archives unpack to, including archives in them, and stops at limits. Not safe for threads. */
final class UnpackLimits {

	/** Frozen graphs are smaller than 2 GB; a package may hold the same weights in other formats. */
	private static final long MAX_BYTES = 8L << 30;
	private static final int MAX_FILES = 10_000;
	/** Trained weights hardly compress; graphs and texts compress 10 to 20 times. */
	private static final int MAX_RATIO = 100;
	/** Below it the ratio does not matter. */
	private static final long SMALL_BYTES = 16 << 20;

	private final long limit;
	private final int maxFiles;
	private long bytes;
	private int files;

	/** @param archiveBytes size of the outer archive */
	UnpackLimits(final long archiveBytes) {
		this(Math.min(MAX_BYTES, Math.max(SMALL_BYTES, archiveBytes * MAX_RATIO)), MAX_FILES);
	}

	UnpackLimits(final long limit, final int maxFiles) {
		this.limit = limit;
		this.maxFiles = maxFiles;
	}

	/** @throws DreamException if there are too many files and folders */
	void addFile() {
		if (++files > maxFiles) throw new DreamException("The package is refused, because it contains more than " + maxFiles +
			" files: a network has some dozens.");
	}

	/** @throws DreamException if the unpacked size exceeds the limit */
	void addBytes(final long count) {
		bytes += count;
		if (bytes > limit) throw new DreamException("The package is refused, because it unpacks to more than " + (limit >> 20) +
			" MB, which is too much for a network in an archive of its size.");
	}
}
