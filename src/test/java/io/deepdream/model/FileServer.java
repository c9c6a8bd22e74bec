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
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A local server of one file that fails on demand. */
final class FileServer implements AutoCloseable {

	private final HttpServer server;
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final List<String> requests = new CopyOnWriteArrayList<>();

	private volatile byte[] file;
	private volatile int dropAfter = Integer.MAX_VALUE;
	private volatile int drops;
	private volatile int status = 200;
	private volatile boolean ranges = true;
	private volatile boolean unresponsive;

	FileServer(final byte[] file) {
		this.file = file;
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		server.setExecutor(threads);
		server.createContext("/", this::handle);
		server.start();
	}

	URL url() {
		try {
			return new URL("http://127.0.0.1:" + server.getAddress().getPort() + "/folder/network.zip");
		}
		catch (final MalformedURLException exc) {
			throw new IllegalStateException(exc);
		}
	}

	InetSocketAddress address() {
		return server.getAddress();
	}

	/** Replaces the content of the file. */
	void serve(final byte[] other) {
		file = other;
	}

	/** Closes the connection after this number of bytes, for this number of requests. */
	void drop(final int bytes, final int times) {
		dropAfter = bytes;
		drops = times;
	}

	/** Responds with this status instead of the file. */
	void status(final int code) {
		status = code;
	}

	void withoutRanges() {
		ranges = false;
	}

	/** Accepts connections, but never responds. */
	void neverRespond() {
		unresponsive = true;
	}

	/** For each request, its path, a space, and its Range or "whole". */
	List<String> requests() {
		return requests;
	}

	private void handle(final HttpExchange exchange) throws IOException {
		final String range = exchange.getRequestHeaders().getFirst("Range");
		requests.add(exchange.getRequestURI() + " " + (range == null ? "whole" : range));
		try {
			if (unresponsive) Thread.sleep(60_000);
			final byte[] content = file;
			if (status != 200) {
				exchange.sendResponseHeaders(status, -1);
				return;
			}
			int first = 0;
			if (range != null && ranges) {
				first = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
				exchange.getResponseHeaders().set("Content-Range", "bytes " + first + "-" + (content.length - 1) + "/" +
					content.length);
			}
			exchange.sendResponseHeaders(first > 0 ? 206 : 200, content.length - first);
			final int n = drops > 0 ? Math.min(dropAfter, content.length - first) : content.length - first;
			drops--;
			final OutputStream body = exchange.getResponseBody();
			body.write(content, first, n);
			body.flush();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		finally {
			exchange.close();
		}
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
