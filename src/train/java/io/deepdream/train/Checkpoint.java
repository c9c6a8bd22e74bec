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
package io.deepdream.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The state of a training, from which it resumes bitwise equal: weights, Adam's moments,
 * the images being dreamed, and the number of the step, which seeds the random numbers.
 */
final class Checkpoint {

	private static final int MAGIC = 0xD12EA;

	private Checkpoint() {}

	/** Writes a temporary file and renames it, so that a crash leaves the previous checkpoint. */
	static void save(final Path file, final List<float[]> weights, final Adam adam, final DreamingBatch batch,
		final double seconds) throws IOException
	{
		final Path temporary = file.resolveSibling(file.getFileName() + ".part");
		try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary), 1 <<
			20)))
		{
			out.writeInt(MAGIC);
			out.writeInt(adam.steps);
			out.writeDouble(seconds);
			for (final List<float[]> list : List.of(weights, adam.means, adam.squares, arrays(batch)))
				for (final float[] values : list)
					write(out, values);
			for (final int remaining : batch.remaining)
				out.writeInt(remaining);
		}
		Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Fills the given objects.
	 *
	 * @return seconds trained so far
	 * @throws IOException if the file is not a checkpoint of this network and batch size
	 */
	static double load(final Path file, final List<float[]> weights, final Adam adam, final DreamingBatch batch)
		throws IOException
	{
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
			if (in.readInt() != MAGIC) throw new IOException(file + " is not a checkpoint");
			adam.steps = in.readInt();
			final double seconds = in.readDouble();
			for (final List<float[]> list : List.of(weights, adam.means, adam.squares, arrays(batch)))
				for (final float[] values : list)
					read(in, values, file);
			for (int i = 0; i < batch.remaining.length; i++)
				batch.remaining[i] = in.readInt();
			if (in.read() >= 0) throw other(file);
			return seconds;
		}
	}

	private static List<float[]> arrays(final DreamingBatch batch) {
		return List.of(batch.pictures, batch.objectives, batch.channels, batch.stepSizes);
	}

	private static void write(final DataOutputStream out, final float[] values) throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
		bytes.asFloatBuffer().put(FloatBuffer.wrap(values));
		out.writeInt(values.length);
		out.write(bytes.array());
	}

	private static void read(final DataInputStream in, final float[] values, final Path file) throws IOException {
		if (in.readInt() != values.length) throw other(file);
		final byte[] bytes = new byte[Float.BYTES * values.length];
		in.readFully(bytes);
		ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
	}

	private static IOException other(final Path file) {
		return new IOException(file + " belongs to another network or another batch size");
	}
}
