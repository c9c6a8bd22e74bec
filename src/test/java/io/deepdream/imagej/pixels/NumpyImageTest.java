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
package io.deepdream.imagej.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays as numpy.save writes them, with the bytes of NumPy in the comments. */
class NumpyImageTest {

	@TempDir
	Path folder;

	private ImagePlus open(final String type, final String shape, final String hex) throws IOException {
		final byte[] header = ("{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }\n").getBytes(
			StandardCharsets.US_ASCII);
		final byte[] data = new byte[hex.length() / 2];
		for (int i = 0; i < data.length; i++)
			data[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
		final ByteBuffer all = ByteBuffer.allocate(10 + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
		all.put(new byte[] { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0 }).putShort((short) header.length).put(header).put(data);
		final Path file = Files.write(folder.resolve("test.npy"), all.array());
		return ImageFiles.open(file.toString());
	}

	/** The hexadecimal text is numpy.array([x], type).tobytes().hex(). */
	@ParameterizedTest
	@CsvSource({ "<f4, 0000c0bf, -1.5", ">f4, bfc00000, -1.5", "<f8, 000000000000f8bf, -1.5", "<f2, 00be, -1.5",
		"<f2, 0100, 5.9604645e-08", "|u1, ff, 255", "|i1, ff, -1", "|b1, 01, 1", "<u2, ffff, 65535", "<i2, ffff, -1",
		">u2, 0102, 258", "<u4, ffffffff, 4294967295", "<i8, feffffffffffffff, -2" })
	void readsAllTypes(final String type, final String hex, final float expected) throws IOException {
		assertEquals(expected, open(type, "1, 1", hex).getProcessor().getf(0));
	}

	@Test
	void readsChannels() throws IOException {
		final ImagePlus image = open("|u1", "1, 2, 3, 2", "000102030405060708090a0b");
		assertEquals(3, image.getWidth());
		assertEquals(2, image.getHeight());
		assertEquals(2, image.getNChannels());
		assertEquals(7, image.getStack().getProcessor(2).getf(0, 1));
		assertEquals(10, image.getStack().getProcessor(1).getf(2, 1));
	}

	@Test
	void refusesOtherArrays() throws IOException {
		assertNull(open("|u1", "2, 2", "000102"));
		assertNull(open("|u1", "4", "00010203"));
		assertNull(open("|u1", "2, 2, 1, 1", "00010203"));
		assertNull(open("<c8", "1, 1", "0000000000000000"));
		assertNull(open("|u1", "99999, 99999, 9", "00"));
		Files.writeString(folder.resolve("text.npy"), "a text, and no array");
		assertNull(ImageFiles.open(folder.resolve("text.npy").toString()));
	}
}
