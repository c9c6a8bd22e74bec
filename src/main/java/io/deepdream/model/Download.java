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
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.deepdream.params.DreamException;

/**
 * Downloads a file of known size and resumes earlier partial downloads. Retries after
 * lost connections, timeouts and errors of overloaded servers.
 * <p>
 * A worker thread reads from the network, so that cancelling does not wait for a
 * blocked read.
 * </p>
 */
final class Download {

	/** Consecutive attempts without new data before the download fails. */
	private static final int MAX_FAILED_ATTEMPTS = 4;
	private static final int CHUNK_BYTES = 1 << 16;
	private static final int POLL_MILLIS = 100;

	private final URL url;
	private final long size;
	private final Path part;
	private final ProxySelector proxies;
	private final Duration timeout;
	private final Duration retryDelay;

	private volatile boolean stopped;
	private volatile HttpURLConnection connection;
	private volatile long done;

	/**
	 * @param url HTTP address of the file
	 * @param size size of the file in bytes
	 * @param part the partial download; existing content is resumed
	 * @param proxies null = Java's default
	 * @param timeout how long to wait for the server to connect or send data
	 * @param retryDelay delay before the second attempt; doubled before each further one
	 */
	Download(final URL url, final long size, final Path part, final ProxySelector proxies, final Duration timeout,
		final Duration retryDelay)
	{
		this.url = url;
		this.size = size;
		this.part = part;
		this.proxies = proxies == null ? ProxySelector.getDefault() : proxies;
		this.timeout = timeout;
		this.retryDelay = retryDelay;
	}

	/**
	 * Downloads until the part file is complete.
	 *
	 * @param what description of the operation, for the listener
	 * @throws CancellationException if the listener cancelled; the part file remains
	 * @throws IOException if the network fails; the part file remains
	 * @throws DreamException if the server does not have the file, or the disk cannot be
	 *          written
	 */
	void run(final String what, final TransferListener listener) throws IOException {
		final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
			final Thread thread = new Thread(task, "DeepDream download");
			thread.setDaemon(true);
			return thread;
		});
		final Future<?> transfer = worker.submit(() -> {
			downloadWithRetries();
			return null;
		});
		try {
			while (!finished(transfer)) {
				listener.progress(what, done, size);
				if (listener.isCancelled()) throw new CancellationException();
			}
			listener.progress(what, size, size);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException();
		}
		finally {
			stopped = true;
			final HttpURLConnection open = connection;
			if (open != null) open.disconnect();
			worker.shutdownNow();
		}
	}

	private static boolean finished(final Future<?> transfer) throws IOException, InterruptedException {
		try {
			transfer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
			return true;
		}
		catch (final TimeoutException exc) {
			return false;
		}
		catch (final ExecutionException exc) {
			final Throwable cause = exc.getCause();
			if (cause instanceof IOException) throw (IOException) cause;
			if (cause instanceof DreamException) throw (DreamException) cause;
			throw new IllegalStateException(cause);
		}
	}

	private void downloadWithRetries() throws IOException, InterruptedException {
		int failedAttempts = 0;
		while (true) {
			final long before = Files.exists(part) ? Files.size(part) : 0;
			done = before;
			if (before == size) return;
			IOException error = null;
			try {
				download(before);
			}
			catch (final IOException exc) {
				error = exc;
			}
			if (done == size) return;
			if (error == null) error = new IOException("the connection was lost after " + done + " of " + size + " bytes");
			failedAttempts = done > before ? 0 : failedAttempts + 1;
			if (failedAttempts == MAX_FAILED_ATTEMPTS) throw error;
			Thread.sleep(retryDelay.toMillis() << Math.max(0, failedAttempts - 1));
		}
	}

	private void download(final long resumeAt) throws IOException {
		final HttpURLConnection http = open();
		connection = http;
		try {
			final boolean resume = resumeAt > 0 && resumeAt < size;
			if (resume) http.setRequestProperty("Range", "bytes=" + resumeAt + "-");
			final int code = http.getResponseCode();
			if (code == HttpURLConnection.HTTP_PARTIAL && !String.valueOf(http.getHeaderField("Content-Range")).startsWith(
				"bytes " + resumeAt + "-")) throw restart("the server sent a range that was not requested");
			if (code == 416) throw restart("the server rejected the requested range");
			if (code >= 500 || code == HttpURLConnection.HTTP_CLIENT_TIMEOUT || code == 429) throw new IOException(
				"the server responded with status " + code);
			final boolean partial = code == HttpURLConnection.HTTP_PARTIAL && resume;
			if (!partial && code != HttpURLConnection.HTTP_OK) throw new DreamException("The server responded with status " + code +
				(code == HttpURLConnection.HTTP_PROXY_AUTH ? " (the proxy requires a password)" : "") + " for " + url);
			final long first = partial ? resumeAt : 0;
			final long length = http.getContentLengthLong();
			if (length >= 0 && first + length != size) throw wrongSize(first + length);
			try (InputStream in = http.getInputStream()) {
				receive(in, first);
			}
		}
		finally {
			http.disconnect();
		}
	}

	private HttpURLConnection open() throws IOException {
		final List<Proxy> candidates = proxies == null ? List.of() : proxies.select(URI.create(url.toString()));
		final HttpURLConnection http = (HttpURLConnection) url.openConnection(candidates.isEmpty() ? Proxy.NO_PROXY
			: candidates.get(0));
		http.setConnectTimeout((int) timeout.toMillis());
		http.setReadTimeout((int) timeout.toMillis());
		http.setUseCaches(false);
		http.setRequestProperty("Accept-Encoding", "identity");
		return http;
	}

	private void receive(final InputStream in, final long first) throws IOException {
		done = first;
		final byte[] chunk = new byte[CHUNK_BYTES];
		try (OutputStream out = openPart(first)) {
			for (int n = in.read(chunk); n >= 0 && !stopped; n = in.read(chunk)) {
				if (done + n > size) {
					Files.delete(part);
					throw wrongSize(done + n);
				}
				write(out, chunk, n);
				done += n;
			}
		}
	}

	private OutputStream openPart(final long first) {
		try {
			return Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, first == 0
				? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
		}
		catch (final IOException exc) {
			throw Installation.unwritable(part, exc);
		}
	}

	/** Distinguishes errors of the disk, which are not retried, from those of the network. */
	private void write(final OutputStream out, final byte[] chunk, final int n) {
		try {
			out.write(chunk, 0, n);
		}
		catch (final IOException exc) {
			throw Installation.unwritable(part, exc);
		}
	}

	private IOException restart(final String reason) throws IOException {
		Files.deleteIfExists(part);
		return new IOException(reason);
	}

	private DreamException wrongSize(final long bytes) {
		return new DreamException("The download from " + url + " is a different file (at least " + bytes + " bytes instead of " +
			size + "), perhaps a login page of the network");
	}
}
