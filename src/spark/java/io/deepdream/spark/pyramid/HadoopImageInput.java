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
package io.deepdream.spark.pyramid;

import java.io.IOException;

import javax.imageio.stream.ImageInputStreamImpl;

import org.apache.hadoop.fs.FSDataInputStream;

/** A file of Hadoop's FileSystem for readers of Java's Image I/O, without a copy in memory or in a temporary file. */
final class HadoopImageInput extends ImageInputStreamImpl {

	private final FSDataInputStream in;
	private final long length;

	/**
	 * @param in closed with this stream
	 * @param length of the file, in bytes
	 */
	HadoopImageInput(final FSDataInputStream in, final long length) {
		this.in = in;
		this.length = length;
	}

	@Override
	public long length() {
		return length;
	}

	@Override
	public int read() throws IOException {
		final byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(final byte[] bytes, final int offset, final int count) throws IOException {
		checkClosed();
		bitOffset = 0;
		if (count == 0) return 0;
		// some file systems refuse to seek to the end of a file
		if (streamPos >= length) return -1;
		if (in.getPos() != streamPos) in.seek(streamPos);
		final int read = in.read(bytes, offset, count);
		if (read > 0) streamPos += read;
		return read;
	}

	@Override
	public void close() throws IOException {
		super.close();
		in.close();
	}
}
