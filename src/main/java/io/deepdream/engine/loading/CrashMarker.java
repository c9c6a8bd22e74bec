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
 * A file that says what this process is doing. Where native code brings the
 * process down nothing can be said any more; the file stays, and the next process
 * tells. Its owner holds a lock on it, which the system lifts however the owner
 * ends.
 */
public final class CrashMarker implements AutoCloseable {

	/** What can be going on. */
	enum Doing {
		NOTHING, LOADING, COMPUTING
	}

	private static final String ENDING = ".running";
	/** A line is written over the one before and must cover it. */
	private static final int LINE = 64;

	private final Path file;
	private final FileChannel channel;
	private int computing;

	private CrashMarker(final Path file, final FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Of this process. {@link #find} must come before, and not again: a dead process
	 * may have had the same name, and to close a file ends all locks on it that its
	 * process has.
	 */
	public static CrashMarker create(final Path folder) throws IOException {
		final Path file = folder.resolve(name());
		final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
			StandardOpenOption.WRITE);
		final CrashMarker marker = new CrashMarker(file, channel);
		try {
			channel.tryLock();
		}
		catch (final IOException | OverlappingFileLockException exc) {
			// some network folders have no locks; there, no process can tell of another's end
		}
		marker.write(Doing.NOTHING);
		Runtime.getRuntime().addShutdownHook(new Thread(marker::close));
		return marker;
	}

	/** pid@host: one home may be shared by many computers. */
	private static String name() {
		return ManagementFactory.getRuntimeMXBean().getName().replaceAll("[^\\w.@-]", "_") + ENDING;
	}

	/** Before the native library is loaded. */
	public void loading() {
		write(Doing.LOADING);
	}

	/** The native library is loaded, or has failed to be. */
	public void loaded() {
		write(Doing.NOTHING);
	}

	/** Before each call of native code. */
	public synchronized void beginComputing() {
		if (computing++ == 0) write(Doing.COMPUTING);
	}

	/** After each call of native code. */
	public synchronized void endComputing() {
		if (--computing == 0) write(Doing.NOTHING);
	}

	private synchronized void write(final Doing doing) {
		final StringBuilder line = new StringBuilder(doing + " " + Instant.now());
		while (line.length() < LINE - 1)
			line.append(' ');
		try {
			channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
		}
		catch (final IOException exc) {
			// a full disk or a closed channel: a crash would go unexplained, and nothing else is lost
		}
	}

	/** The process ends, or is about to, without a crash. */
	@Override
	public void close() {
		try {
			channel.close();
			Files.deleteIfExists(file);
		}
		catch (final IOException exc) {
			// the next process finds it idle and removes it
		}
	}

	/** An earlier process of this computer that ended in the middle of something; markers of others are removed. */
	public static Optional<Crash> find(final Path folder) {
		final String host = name().replaceFirst("[^@]*", "");
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
			final ByteBuffer bytes = ByteBuffer.allocate(LINE);
			channel.read(bytes, 0);
			final String[] words = new String(bytes.array(), StandardCharsets.US_ASCII).trim().split("\\s+");
			final Doing doing = Doing.valueOf(words[0]);
			if (doing != Doing.NOTHING) return Optional.of(new Crash(file, doing, Instant.parse(words[1])));
		}
		catch (final IOException | OverlappingFileLockException exc) {
			return Optional.empty();
		}
		catch (final IllegalArgumentException | IndexOutOfBoundsException | DateTimeException exc) {
			// the process ended before it had written a line
		}
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException exc) {
			// Windows: somebody else has just opened it
		}
		return Optional.empty();
	}
}
