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

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Finds symbolic links in a zip archive by the Unix mode in the central directory, which
 * {@link java.util.zip.ZipFile} does not give. Source: PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.16.
 */
final class ZipLinks {

	private static final int END_SIGNATURE = 0x06054b50;
	private static final int END_BYTES = 22;
	private static final int MAX_COMMENT = 0xffff;
	private static final int HEADER_SIGNATURE = 0x02014b50;
	private static final int HEADER_BYTES = 46;
	private static final int FILE_TYPE = 0xf000;
	private static final int LINK = 0xa000;
	/** The central directory of {@link UnpackLimits}' 10,000 files is smaller. */
	private static final long MAX_DIRECTORY = 64 << 20;

	private ZipLinks() {}

	/**
	 * Whether an entry is a symbolic link.
	 *
	 * @throws IOException if the central directory cannot be read, or is that of an archive
	 *           above 4 GB
	 */
	static boolean in(final Path zip) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
			final ByteBuffer directory = directory(file);
			while (directory.remaining() >= HEADER_BYTES && directory.getInt(directory.position()) == HEADER_SIGNATURE) {
				final int at = directory.position();
				// the upper half of the external attributes is the Unix mode, on whatever system the archive was made
				if ((directory.getShort(at + 40) & FILE_TYPE) == LINK) return true;
				final int next = at + HEADER_BYTES + unsigned(directory, at + 28) + unsigned(directory, at + 30) + unsigned(
					directory, at + 32);
				if (next > directory.limit()) throw new IOException("its list of files is cut off");
				directory.position(next);
			}
			if (directory.hasRemaining()) throw new IOException("its list of files is damaged");
			return false;
		}
	}

	private static ByteBuffer directory(final RandomAccessFile file) throws IOException {
		final long tailStart = Math.max(0, file.length() - END_BYTES - MAX_COMMENT);
		final ByteBuffer tail = read(file, tailStart, (int) (file.length() - tailStart));
		int end = tail.limit() - END_BYTES;
		while (end >= 0 && tail.getInt(end) != END_SIGNATURE)
			end--;
		if (end < 0) throw new IOException("it has no list of files");
		final long size = tail.getInt(end + 12) & 0xffffffffL;
		// archives with data before the first entry state offsets from that entry
		final long start = tailStart + end - size;
		if (size > MAX_DIRECTORY || start < 0) throw new IOException("its list of files is too large");
		return read(file, start, (int) size);
	}

	private static ByteBuffer read(final RandomAccessFile file, final long start, final int count) throws IOException {
		final byte[] bytes = new byte[count];
		file.seek(start);
		file.readFully(bytes);
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static int unsigned(final ByteBuffer buffer, final int at) {
		return buffer.getShort(at) & 0xffff;
	}
}
