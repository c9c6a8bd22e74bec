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
package io.deepdream.engine.loading;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file that records the current activity of this process. If native code crashes the
 * process, Java cannot report it; the file remains, and the next process reports the
 * crash. The process holds a lock on its file, which the operating system releases
 * when the process ends for any reason.
 */
public final class CrashMarker implements AutoCloseable {

	/** Activities of a process. */
	enum Activity {
		IDLE, LOADING, COMPUTING
	}

	private static final String SUFFIX = ".running";
	/** Length of a line in bytes. Lines have equal lengths, because each overwrites the previous one. */
	private static final int LINE_LENGTH = 64;

	private final Path file;
	private final FileChannel channel;
	private int computing;

	private CrashMarker(final Path file, final FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Creates the marker of this process. Call {@link #find} before, but not afterwards: a
	 * process that crashed may have had the same name, and closing a file releases all
	 * locks that the process holds on it.
	 *
	 * @param folder existing folder for marker files
	 */
	public static CrashMarker create(final Path folder) throws IOException {
		final Path file = folder.resolve(fileName());
		final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
			StandardOpenOption.WRITE);
		final CrashMarker marker = new CrashMarker(file, channel);
		try {
			channel.tryLock();
		}
		catch (final IOException | OverlappingFileLockException exc) {
			// some network file systems have no locks; crashes are not detected there
		}
		marker.write(Activity.IDLE);
		Runtime.getRuntime().addShutdownHook(new Thread(marker::close));
		return marker;
	}

	/** pid@host, since several computers may share a home folder. */
	private static String fileName() {
		return ManagementFactory.getRuntimeMXBean().getName().replaceAll("[^\\w.@-]", "_") + SUFFIX;
	}

	/** Call before the native library is loaded. */
	public void loading() {
		write(Activity.LOADING);
	}

	/** Call after the native library was loaded or failed to load. */
	public void loaded() {
		write(Activity.IDLE);
	}

	/** Call before each call of native code. */
	public synchronized void beginComputing() {
		if (computing++ == 0) write(Activity.COMPUTING);
	}

	/** Call after each call of native code. */
	public synchronized void endComputing() {
		if (--computing == 0) write(Activity.IDLE);
	}

	private synchronized void write(final Activity activity) {
		final StringBuilder line = new StringBuilder(activity + " " + Instant.now());
		while (line.length() < LINE_LENGTH - 1)
			line.append(' ');
		try {
			channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
		}
		catch (final IOException exc) {
			// on a full disk or a closed channel, only the explanation of a later crash is lost
		}
	}

	/** Deletes the marker, since the process ends normally. */
	@Override
	public void close() {
		try {
			channel.close();
			Files.deleteIfExists(file);
		}
		catch (final IOException exc) {
			// the next process removes it
		}
	}

	/**
	 * Finds an earlier process on this computer that ended while it loaded or ran native
	 * code. Removes the markers of other processes that have ended.
	 *
	 * @param folder folder of the marker files
	 */
	public static Optional<Crash> find(final Path folder) {
		final String host = fileName().replaceFirst("[^@]*", "");
		final List<Path> markers;
		try (Stream<Path> files = Files.list(folder)) {
			markers = files.filter(f -> f.getFileName().toString().endsWith(host)).collect(Collectors.toList());
		}
		catch (final IOException exc) {
			return Optional.empty();
		}
		return markers.stream().map(CrashMarker::examine).flatMap(Optional::stream).findFirst();
	}

	private static Optional<Crash> examine(final Path file) {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
				FileLock lock = channel.tryLock())
		{
			if (lock == null) return Optional.empty();
			final ByteBuffer bytes = ByteBuffer.allocate(LINE_LENGTH);
			channel.read(bytes, 0);
			final String[] words = new String(bytes.array(), StandardCharsets.US_ASCII).trim().split("\\s+");
			final Activity activity = Activity.valueOf(words[0]);
			if (activity != Activity.IDLE) return Optional.of(new Crash(file, activity, Instant.parse(words[1])));
		}
		catch (final IOException | OverlappingFileLockException exc) {
			return Optional.empty();
		}
		catch (final IllegalArgumentException | IndexOutOfBoundsException | DateTimeException exc) {
			// the process ended before it wrote a line
		}
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException exc) {
			// on Windows, another process may have just opened it
		}
		return Optional.empty();
	}
}
