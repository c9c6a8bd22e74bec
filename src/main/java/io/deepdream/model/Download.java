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
 * Fetches a file of known size into a part file, going on where an earlier
 * attempt stopped. Line drops, timeouts and overloaded servers are tried again.
 * <p>
 * The network is read on a thread of its own: nothing else ends a blocked read,
 * and Esc must not wait for a timeout.
 * </p>
 */
final class Download {

	/** Attempts in a row that bring nothing. */
	private static final int ATTEMPTS = 4;
	private static final int CHUNK = 1 << 16;
	private static final int POLL_MILLIS = 100;

	private final URL url;
	private final long size;
	private final Path part;
	private final ProxySelector proxies;
	private final Duration timeout;
	private final Duration pause;

	private volatile boolean stopped;
	private volatile HttpURLConnection connection;
	private volatile long done;

	/**
	 * @param size bytes that the file must have
	 * @param part where to put them; what is in it already is kept
	 * @param proxies which way to take; null = Java's own
	 * @param timeout how long the server may be silent
	 * @param pause before the second attempt, doubled before each further one
	 */
	Download(final URL url, final long size, final Path part, final ProxySelector proxies, final Duration timeout,
		final Duration pause)
	{
		this.url = url;
		this.size = size;
		this.part = part;
		this.proxies = proxies == null ? ProxySelector.getDefault() : proxies;
		this.timeout = timeout;
		this.pause = pause;
	}

	/**
	 * Returns when the part file has its size.
	 *
	 * @throws CancellationException if the listener cancelled; the part file stays
	 * @throws IOException when the network gives up; the part file stays
	 * @throws DreamException if the server has no such file, or the disk takes none
	 */
	void run(final String what, final TransferListener listener) throws IOException {
		final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
			final Thread thread = new Thread(task, "DeepDream download");
			thread.setDaemon(true);
			return thread;
		});
		final Future<?> transfer = worker.submit(() -> {
			fetch();
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

	private void fetch() throws IOException, InterruptedException {
		int fruitless = 0;
		while (true) {
			final long before = Files.exists(part) ? Files.size(part) : 0;
			done = before;
			if (before == size) return;
			IOException fault = null;
			try {
				attempt(before);
			}
			catch (final IOException exc) {
				fault = exc;
			}
			if (done == size) return;
			if (fault == null) fault = new IOException("the line dropped after " + done + " of " + size + " bytes");
			fruitless = done > before ? 0 : fruitless + 1;
			if (fruitless == ATTEMPTS) throw fault;
			Thread.sleep(pause.toMillis() << Math.max(0, fruitless - 1));
		}
	}

	private void attempt(final long have) throws IOException {
		final HttpURLConnection http = open();
		connection = http;
		try {
			final boolean resume = have > 0 && have < size;
			if (resume) http.setRequestProperty("Range", "bytes=" + have + "-");
			final int code = http.getResponseCode();
			if (code == HttpURLConnection.HTTP_PARTIAL && !String.valueOf(http.getHeaderField("Content-Range")).startsWith(
				"bytes " + have + "-")) throw restart("the server sent another part than asked for");
			if (code == 416) throw restart("the server has no such part");
			if (code >= 500 || code == HttpURLConnection.HTTP_CLIENT_TIMEOUT || code == 429) throw new IOException(
				"the server answered " + code);
			final boolean partial = code == HttpURLConnection.HTTP_PARTIAL && resume;
			if (!partial && code != HttpURLConnection.HTTP_OK) throw new DreamException("The server answered " + code +
				(code == HttpURLConnection.HTTP_PROXY_AUTH ? " (the proxy wants a password)" : "") + " for " + url);
			final long first = partial ? have : 0;
			final long length = http.getContentLengthLong();
			if (length >= 0 && first + length != size) throw another(first + length);
			try (InputStream in = http.getInputStream()) {
				receive(in, first);
			}
		}
		finally {
			http.disconnect();
		}
	}

	private HttpURLConnection open() throws IOException {
		final List<Proxy> ways = proxies == null ? List.of() : proxies.select(URI.create(url.toString()));
		final HttpURLConnection http = (HttpURLConnection) url.openConnection(ways.isEmpty() ? Proxy.NO_PROXY : ways.get(
			0));
		http.setConnectTimeout((int) timeout.toMillis());
		http.setReadTimeout((int) timeout.toMillis());
		http.setUseCaches(false);
		http.setRequestProperty("Accept-Encoding", "identity");
		return http;
	}

	private void receive(final InputStream in, final long first) throws IOException {
		done = first;
		final byte[] chunk = new byte[CHUNK];
		try (OutputStream out = openPart(first)) {
			for (int n = in.read(chunk); n >= 0 && !stopped; n = in.read(chunk)) {
				if (done + n > size) {
					Files.delete(part);
					throw another(done + n);
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

	/** A full disk is no reason to ask the server again. */
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

	private DreamException another(final long bytes) {
		return new DreamException("What came from " + url + " is another file: it has " + bytes + " bytes or more instead of " +
			size + " (a login page of the network, perhaps)");
	}
}
