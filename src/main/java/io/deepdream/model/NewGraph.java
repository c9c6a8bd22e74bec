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
package io.deepdream.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CancellationException;

/**
 * A graph that is being added to a store: a temporary file that is renamed when it is
 * complete, and deleted otherwise.
 */
final class NewGraph implements AutoCloseable {

	private static final int CHUNK_BYTES = 1 << 16;

	private final Path folder;
	private final String name;
	private final Path temporary;
	private final Path attachments;
	private boolean committed;

	NewGraph(final Path folder, final String name) {
		this.folder = folder;
		this.name = name;
		temporary = folder.resolve(name + ".tmp");
		attachments = folder.resolve(name + ModelStore.ATTACHMENTS_SUFFIX);
	}

	/**
	 * Copies files into the folder of attachments.
	 *
	 * @param files by the name that each gets
	 */
	void attach(final Map<String, Path> files) throws IOException {
		// an interrupted import may have left some
		delete(attachments);
		if (!files.isEmpty()) Files.createDirectories(attachments);
		for (final Map.Entry<String, Path> file : files.entrySet())
			Files.copy(file.getValue(), attachments.resolve(file.getKey()));
	}

	/** Deletes a folder of files; does nothing if it does not exist. */
	static boolean delete(final Path attachments) throws IOException {
		if (!Files.isDirectory(attachments)) return false;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(attachments)) {
			for (final Path file : files)
				Files.delete(file);
		}
		Files.delete(attachments);
		return true;
	}

	/**
	 * @param in the graph; not closed
	 * @param what description of the operation, for the listener
	 * @param total expected size in bytes, for the listener
	 * @param listener receives the progress and can cancel
	 * @return the SHA-256 of the written bytes
	 * @throws CancellationException if the listener cancelled
	 */
	String write(final InputStream in, final String what, final long total, final TransferListener listener)
		throws IOException
	{
		final Sha256 sum = new Sha256();
		final byte[] chunk = new byte[CHUNK_BYTES];
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
			// flushed before it is renamed, or a power failure could leave an empty graph with the final name
			channel.force(true);
		}
		return sum.hex();
	}

	/** Renames the properties and then the graph to their final names. */
	void commit(final Properties properties) throws IOException {
		final Path temporaryProperties = folder.resolve(name + ".properties.tmp");
		try (Writer writer = Files.newBufferedWriter(temporaryProperties, StandardCharsets.UTF_8)) {
			properties.store(writer, null);
		}
		move(temporaryProperties, folder.resolve(name + ModelStore.PROPERTIES_SUFFIX));
		move(temporary, folder.resolve(name + ModelStore.GRAPH_SUFFIX));
		committed = true;
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
		if (!committed) delete(attachments);
	}
}
