package io.deepdream.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.concurrent.CancellationException;

/**
 * A graph on its way into a store: a temporary file that takes its name in one
 * move once it is whole, and vanishes otherwise.
 */
final class NewGraph implements AutoCloseable {

	private static final int CHUNK = 1 << 16;

	private final Path folder;
	private final String name;
	private final Path temporary;

	NewGraph(final Path folder, final String name) {
		this.folder = folder;
		this.name = name;
		temporary = folder.resolve(name + ".tmp");
	}

	/**
	 * @param total bytes expected, for the listener
	 * @return the SHA-256 of what was written
	 * @throws CancellationException if the listener cancelled
	 */
	String write(final InputStream in, final String what, final long total, final TransferListener listener)
		throws IOException
	{
		final Sha256 sum = new Sha256();
		final byte[] chunk = new byte[CHUNK];
		try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
			StandardOpenOption.TRUNCATE_EXISTING); OutputStream out = Channels.newOutputStream(channel))
		{
			long done = 0;
			for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
				if (listener.isCancelled()) throw new CancellationException();
				out.write(chunk, 0, n);
				sum.add(chunk, n);
				done += n;
				listener.progress(what, done, total);
			}
			// on the disk before it has its name, or a power cut could leave an empty graph of the right name
			channel.force(true);
		}
		return sum.hex();
	}

	/** Gives the graph its name, and its properties theirs just before. */
	void keep(final Properties properties) throws IOException {
		final Path described = folder.resolve(name + ".properties.tmp");
		try (Writer writer = Files.newBufferedWriter(described, StandardCharsets.UTF_8)) {
			properties.store(writer, null);
		}
		move(described, folder.resolve(name + ModelStore.PROPERTIES));
		move(temporary, folder.resolve(name + ModelStore.GRAPH));
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException exc) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	@Override
	public void close() throws IOException {
		Files.deleteIfExists(temporary);
	}
}
