package io.deepdream.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import io.deepdream.params.DreamException;

/**
 * Brings one network of the catalogue into a folder: fetches, checks, unpacks,
 * checks again, and only then gives the graph its name. Whatever happens before
 * leaves at most a part file, which the next installation goes on with.
 */
final class Installation {

	private static final long MARGIN = 1 << 20;

	private final CatalogueEntry entry;
	private final Path folder;
	private final TransferListener listener;

	private Path byHand;
	private ProxySelector proxies;
	private Duration timeout = Duration.ofSeconds(30);
	private Duration pause = Duration.ofSeconds(1);

	Installation(final CatalogueEntry entry, final Path folder, final TransferListener listener) {
		this.entry = entry;
		this.folder = folder;
		this.listener = listener;
		byHand = folder.resolve(entry.fileName());
	}

	/** Looks for what was fetched by hand here, and not in the folder. */
	Installation from(final Path download) {
		byHand = download;
		return this;
	}

	/** Another way than Java's own; null = that. */
	Installation through(final ProxySelector proxies) {
		this.proxies = proxies;
		return this;
	}

	/** How long a server may be silent, and how long to wait before asking again. */
	Installation patience(final Duration timeout, final Duration pause) {
		this.timeout = timeout;
		this.pause = pause;
		return this;
	}

	/**
	 * @throws CancellationException if the listener cancelled
	 * @throws DreamException for everything that can go wrong; nothing is installed then
	 */
	void run() {
		final Path lock = folder.resolve(entry.name() + ".lock");
		try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock held = lock(channel))
		{
			try {
				install();
			}
			finally {
				// not if another one holds it
				lock.toFile().delete();
			}
		}
		catch (final IOException exc) {
			throw unwritable(lock, exc);
		}
	}

	private FileLock lock(final FileChannel channel) throws IOException {
		FileLock held = null;
		try {
			held = channel.tryLock();
		}
		catch (final OverlappingFileLockException exc) {
			// by this ImageJ itself
		}
		if (held == null) throw new DreamException(entry.name() +
			" is being installed already, here or by another ImageJ: wait until that has ended.");
		return held;
	}

	private void install() {
		final Path part = folder.resolve(entry.name() + ".part");
		try {
			if (Files.isRegularFile(byHand) && Sha256.of(byHand).equals(entry.downloadSha256())) {
				unpack(byHand);
				return;
			}
			fetch(part);
			unpack(part);
			Files.deleteIfExists(part);
		}
		catch (final IOException exc) {
			throw unwritable(folder, exc);
		}
	}

	private void fetch(final Path part) throws IOException {
		final boolean resumed = Files.exists(part);
		requireSpace(entry.downloadSize() - (resumed ? Files.size(part) : 0) + entry.size());
		download(part);
		String sum = Sha256.of(part);
		if (!sum.equals(entry.downloadSha256()) && resumed) {
			// the older half may be the bad one
			Files.delete(part);
			download(part);
			sum = Sha256.of(part);
		}
		if (sum.equals(entry.downloadSha256())) return;
		Files.delete(part);
		throw new DreamException("What came from " + entry.url() + " is damaged or another file (its SHA-256 is " + sum +
			"), and was deleted: install " + entry.name() + " again; if it stays so, something on the way changes files. " +
			byHand());
	}

	private void download(final Path part) {
		try {
			new Download(entry.url(), entry.downloadSize(), part, proxies, timeout, pause).run("Fetching " + entry.name(),
				listener);
		}
		catch (final IOException exc) {
			throw new DreamException(entry.name() + " could not be fetched from " + entry.url() + " (" + exc +
				"): check the network and the proxy (Edit > Options > Proxy Settings), and install it again, which goes on " +
				"where this ended. " + byHand(), exc);
		}
		catch (final DreamException exc) {
			// the disk's faults have their sentence already
			if (exc.getCause() != null) throw exc;
			throw new DreamException(exc.getMessage() + ": " + entry.name() + " was not installed. " + byHand(), exc);
		}
	}

	/** What somebody without a network can do. */
	private String byHand() {
		return "Or fetch " + entry.url() + " on another machine, put the file " + entry.fileName() + " into " + folder +
			" and install again: it is then taken from there.";
	}

	private void requireSpace(final long bytes) throws IOException {
		final long free = Files.getFileStore(folder).getUsableSpace();
		if (free < bytes + MARGIN) throw new DreamException("There is not enough space in " + folder + ": " + entry.name() +
			" needs " + (bytes + MARGIN >> 20) + " MB there, and " + (free >> 20) + " MB are free; make room, and install again.");
	}

	private void unpack(final Path archive) throws IOException {
		if (entry.member().isEmpty()) {
			try (InputStream in = Files.newInputStream(archive)) {
				place(in);
			}
			return;
		}
		try (ZipFile zip = new ZipFile(archive.toFile())) {
			final ZipEntry member = zip.getEntry(entry.member());
			if (member == null) throw new DreamException("The archive " + archive + " has no " + entry.member() + ".");
			try (InputStream in = zip.getInputStream(member)) {
				place(in);
			}
		}
	}

	private void place(final InputStream in) throws IOException {
		try (NewGraph graph = new NewGraph(folder, entry.name())) {
			final String sum = graph.write(in, "Unpacking " + entry.name(), entry.size(), listener);
			if (!sum.equals(entry.sha256())) throw new DreamException("The graph of " + entry.name() +
				" is not the one that the catalogue promises (its SHA-256 is " + sum + "): nothing was installed.");
			graph.keep(entry.properties());
		}
	}

	/** The disk's fault, as one sentence. */
	static DreamException unwritable(final Path file, final IOException exc) {
		return new DreamException("The file " + file + " cannot be written (" + exc.getMessage() +
			"): make room on that disk, or check its permissions.", exc);
	}
}
