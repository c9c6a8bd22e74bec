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
 * Installs one network of the catalogue in a folder: downloads, verifies, unpacks and
 * verifies it again before the graph gets its final name. After a failure, at most a
 * partial download remains, which the next installation resumes.
 */
final class Installation {

	private static final long MARGIN_BYTES = 1 << 20;

	private final CatalogueEntry entry;
	private final Path folder;
	private final TransferListener listener;

	private Path manualDownload;
	private ProxySelector proxies;
	private Duration timeout = Duration.ofSeconds(30);
	private Duration retryDelay = Duration.ofSeconds(1);

	Installation(final CatalogueEntry entry, final Path folder, final TransferListener listener) {
		this.entry = entry;
		this.folder = folder;
		this.listener = listener;
		manualDownload = folder.resolve(entry.fileName());
	}

	/** Sets the file of a manual download; the default is a file in the folder. */
	Installation from(final Path download) {
		manualDownload = download;
		return this;
	}

	/** Sets the proxies; null = Java's default. */
	Installation withProxies(final ProxySelector proxies) {
		this.proxies = proxies;
		return this;
	}

	/** Sets how long to wait for a server's response, and the delay before the first retry. */
	Installation withTimeouts(final Duration timeout, final Duration retryDelay) {
		this.timeout = timeout;
		this.retryDelay = retryDelay;
		return this;
	}

	/**
	 * Runs the installation.
	 *
	 * @throws CancellationException if the listener cancelled it
	 * @throws DreamException if it failed; then nothing is installed
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
				// not reached if another process holds the lock
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
			// locked by another thread of this process
		}
		if (held == null) throw new DreamException(entry.name() +
			" is already being installed, in this or another ImageJ: wait until that installation has finished.");
		return held;
	}

	private void install() {
		final Path part = folder.resolve(entry.name() + ".part");
		try {
			if (Files.isRegularFile(manualDownload) && Sha256.of(manualDownload).equals(entry.downloadSha256())) {
				unpack(manualDownload);
				return;
			}
			downloadAndVerify(part);
			unpack(part);
			Files.deleteIfExists(part);
		}
		catch (final IOException exc) {
			throw unwritable(folder, exc);
		}
	}

	private void downloadAndVerify(final Path part) throws IOException {
		final boolean resumed = Files.exists(part);
		requireSpace(entry.downloadSize() - (resumed ? Files.size(part) : 0) + entry.size());
		download(part);
		String sum = Sha256.of(part);
		if (!sum.equals(entry.downloadSha256()) && resumed) {
			// the earlier part may be damaged
			Files.delete(part);
			download(part);
			sum = Sha256.of(part);
		}
		if (sum.equals(entry.downloadSha256())) return;
		Files.delete(part);
		throw new DreamException("The download from " + entry.url() + " is damaged or a different file (its SHA-256 is " + sum +
			") and was deleted: install " + entry.name() + " again; if the error persists, a proxy may modify downloads. " +
			manualInstructions());
	}

	private void download(final Path part) {
		try {
			new Download(entry.url(), entry.downloadSize(), part, proxies, timeout, retryDelay).run("Downloading " + entry.name(),
				listener);
		}
		catch (final IOException exc) {
			throw new DreamException(entry.name() + " could not be downloaded from " + entry.url() + " (" + exc +
				"): check the network and the proxy (Edit > Options > Proxy Settings), and install it again, which resumes the " +
				"download. " + manualInstructions(), exc);
		}
		catch (final DreamException exc) {
			// errors of the disk have a complete message
			if (exc.getCause() != null) throw exc;
			throw new DreamException(exc.getMessage() + ": " + entry.name() + " was not installed. " + manualInstructions(), exc);
		}
	}

	/** Instructions for computers without an Internet connection. */
	private String manualInstructions() {
		return "Or download " + entry.url() + " on another computer, put the file " + entry.fileName() + " into " + folder +
			" and install again: DeepDream then uses this file.";
	}

	private void requireSpace(final long bytes) throws IOException {
		final long free = Files.getFileStore(folder).getUsableSpace();
		if (free < bytes + MARGIN_BYTES) throw new DreamException("There is not enough disk space in " + folder + ": " +
			entry.name() + " needs " + (bytes + MARGIN_BYTES >> 20) + " MB, but only " + (free >> 20) +
			" MB are free; free disk space and install again.");
	}

	private void unpack(final Path archive) throws IOException {
		if (entry.member().isEmpty()) {
			try (InputStream in = Files.newInputStream(archive)) {
				copy(in);
			}
			return;
		}
		try (ZipFile zip = new ZipFile(archive.toFile())) {
			final ZipEntry member = zip.getEntry(entry.member());
			if (member == null) throw new DreamException("The archive " + archive + " does not contain " + entry.member() + ".");
			try (InputStream in = zip.getInputStream(member)) {
				copy(in);
			}
		}
	}

	private void copy(final InputStream in) throws IOException {
		try (NewGraph graph = new NewGraph(folder, entry.name())) {
			final String sum = graph.write(in, "Unpacking " + entry.name(), entry.size(), listener);
			if (!sum.equals(entry.sha256())) throw new DreamException("The graph of " + entry.name() +
				" differs from that of the catalogue (its SHA-256 is " + sum + "): nothing was installed.");
			graph.commit(entry.properties());
		}
	}

	/** An error of the disk, with a remedy. */
	static DreamException unwritable(final Path file, final IOException exc) {
		return new DreamException("The file " + file + " cannot be written (" + exc.getMessage() +
			"): free disk space, or check the permissions.", exc);
	}
}
