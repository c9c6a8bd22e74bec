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
 * All that a training needs to go on as if it had not been stopped: weights,
 * Adam's moments, the pictures being dreamed, and the step that it came to, from
 * which the random numbers follow.
 */
final class Checkpoint {

	private static final int MAGIC = 0xD12EA;

	private Checkpoint() {}

	/** Written to a temporary file first, so that a crash leaves the old one. */
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
			for (final int left : batch.left)
				out.writeInt(left);
		}
		Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * Fills what is given.
	 *
	 * @return seconds trained so far
	 * @throws IOException if the file is none, or one of another network or batch
	 */
	static double load(final Path file, final List<float[]> weights, final Adam adam, final DreamingBatch batch)
		throws IOException
	{
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
			if (in.readInt() != MAGIC) throw new IOException(file + " is no checkpoint");
			adam.steps = in.readInt();
			final double seconds = in.readDouble();
			for (final List<float[]> list : List.of(weights, adam.means, adam.squares, arrays(batch)))
				for (final float[] values : list)
					read(in, values, file);
			for (int i = 0; i < batch.left.length; i++)
				batch.left[i] = in.readInt();
			if (in.read() >= 0) throw other(file);
			return seconds;
		}
	}

	private static List<float[]> arrays(final DreamingBatch batch) {
		return List.of(batch.pictures, batch.objectives, batch.channels, batch.climbers);
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
