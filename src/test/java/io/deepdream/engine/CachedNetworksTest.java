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
package io.deepdream.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.deepdream.model.ModelCatalogue;
import io.deepdream.model.ModelSpec;
import io.deepdream.params.DreamException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which networks remain open, tested with fake networks. */
class CachedNetworksTest {

	private static final long RETAINED_BYTES = 100;

	@TempDir
	Path folder;

	private final List<String> opened = new ArrayList<>();
	private final List<String> closed = new ArrayList<>();
	private long availableMemory = 1 << 20;
	private CachedNetworks networks;

	@BeforeEach
	void createCache() {
		networks = new CachedNetworks(() -> availableMemory);
	}

	private GradientEngine counting(final String name) {
		opened.add(name);
		return (GradientEngine) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { GradientEngine.class }, (
			proxy, method, args) -> {
			switch (method.getName()) {
				case "close":
					closed.add(name);
					return null;
				case "retainedBytes":
					return RETAINED_BYTES;
				case "sha256":
					return name;
				default:
					throw new DreamException("not supported by the fake network");
			}
		});
	}

	/** A file that was modified an hour ago. */
	private Path file(final String name) throws IOException {
		final Path file = Files.writeString(folder.resolve(name + ".pb"), name);
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
		return file;
	}

	private ModelSpec spec(final String name) throws IOException {
		return ModelCatalogue.file(file(name));
	}

	private GradientEngine share(final ModelSpec spec) {
		return networks.share(spec, () -> counting(spec.name()));
	}

	private void use(final ModelSpec spec) {
		try (GradientEngine engine = share(spec)) {
			assertEquals(spec.name(), engine.sha256());
		}
	}

	@Test
	void reusesAnOpenNetwork() throws IOException {
		use(spec("a"));
		use(ModelCatalogue.file(folder.resolve("a.pb")));
		assertEquals(List.of("a"), opened);
		assertEquals(List.of(), closed);
	}

	@Test
	void closesTheLeastRecentlyUsedOfThree() throws IOException {
		final ModelSpec a = spec("a");
		final ModelSpec b = spec("b");
		use(a);
		use(b);
		use(a);
		use(spec("c"));
		assertEquals(List.of("b"), closed);
		use(a);
		assertEquals(List.of("a", "b", "c"), opened);
	}

	@Test
	void doesNotCloseNetworksInUse() throws IOException {
		final GradientEngine first = share(spec("a"));
		use(spec("b"));
		use(spec("c"));
		use(spec("d"));
		assertEquals(List.of("b"), closed);
		assertTrue(networks.closeIdle());
		assertEquals(List.of("b", "c", "d"), closed);
		assertFalse(networks.closeIdle());
		assertEquals("a", first.sha256());
		first.close();
		assertEquals(3, closed.size());
	}

	@Test
	void retainsAtMostAQuarterOfTheAvailableMemory() throws IOException {
		final ModelSpec b = spec("b");
		availableMemory = 2 * 4 * RETAINED_BYTES - 1;
		use(spec("a"));
		use(b);
		assertEquals(List.of("a"), closed);
		availableMemory = 4 * RETAINED_BYTES - 1;
		use(b);
		assertEquals(List.of("a", "b"), closed);
	}

	@Test
	void detectsAReplacedFile() throws IOException {
		use(spec("a"));
		// same size, but older than the opened file
		final Path other = file("b");
		Files.setLastModifiedTime(other, FileTime.from(Instant.now().minusSeconds(7200)));
		Files.move(other, folder.resolve("a.pb"), StandardCopyOption.REPLACE_EXISTING);
		use(ModelCatalogue.file(folder.resolve("a.pb")));
		assertEquals(List.of("a", "a"), opened);
		assertEquals(List.of("a"), closed);
	}

	@Test
	void detectsAChangeWithoutANewModificationTime() throws IOException {
		final Path file = Files.writeString(folder.resolve("a.pb"), "one");
		final FileTime time = Files.getLastModifiedTime(file);
		use(ModelCatalogue.file(file));
		Files.writeString(file, "two");
		Files.setLastModifiedTime(file, time);
		use(ModelCatalogue.file(file));
		assertEquals(2, opened.size());
	}

	@Test
	void detectsAnotherInputConvention() throws IOException {
		use(spec("a"));
		Files.writeString(folder.resolve("a.properties"), "order = BGR");
		use(ModelCatalogue.file(folder.resolve("a.pb")));
		assertEquals(2, opened.size());
	}

	@Test
	void closesTheNetworkOfARemovedFileAfterItsLastUse() throws IOException {
		final ModelSpec spec = spec("a");
		final GradientEngine first = share(spec);
		final GradientEngine second = share(spec);
		Files.delete(folder.resolve("a.pb"));
		first.close();
		assertEquals(List.of(), closed);
		second.close();
		assertEquals(List.of("a"), closed);
	}

	@Test
	void closingTwiceHasNoEffectAndAClosedNetworkCannotBeUsed() throws IOException {
		final ModelSpec spec = spec("a");
		final GradientEngine first = share(spec);
		final GradientEngine second = share(spec);
		first.close();
		first.close();
		assertFalse(networks.closeIdle());
		assertEquals("a", second.sha256());
		assertThrows(IllegalStateException.class, first::sha256);
		second.close();
		assertTrue(networks.closeIdle());
	}

	@Test
	void doesNotWrapExceptionsOfTheNetwork() throws IOException {
		try (GradientEngine engine = share(spec("a"))) {
			assertEquals("not supported by the fake network", assertThrows(DreamException.class, engine::layers).getMessage());
		}
	}

	@Test
	void doesNotCacheNetworksThatFailToOpen() throws IOException {
		final ModelSpec spec = spec("a");
		assertThrows(DreamException.class, () -> networks.share(spec, () -> {
			throw new DreamException("it is damaged");
		}));
		assertFalse(networks.closeIdle());
		use(spec);
	}

	@Test
	void closesIdleNetworksIfMemoryIsExhausted() throws IOException {
		use(spec("a"));
		final ModelSpec large = spec("large");
		final Supplier<GradientEngine> opener = () -> {
			if (closed.isEmpty()) throw new DreamException("too large", new OutOfMemoryError());
			return counting("large");
		};
		networks.share(large, opener).close();
		assertEquals(List.of("a"), closed);
		networks.closeIdle();
		closed.clear();
		assertThrows(DreamException.class, () -> networks.share(large, opener));
	}

	@Test
	void concurrentUsersShareOneNetwork() throws Exception {
		final ModelSpec spec = spec("a");
		final CountDownLatch both = new CountDownLatch(2);
		final ExecutorService threads = Executors.newFixedThreadPool(2);
		final List<Future<?>> work = new ArrayList<>();
		for (int i = 0; i < 2; i++)
			work.add(threads.submit(() -> {
				try (GradientEngine engine = share(spec)) {
					both.countDown();
					assertTrue(assertDoesNotThrow(() -> both.await(10, TimeUnit.SECONDS)));
					networks.closeIdle();
					assertEquals("a", engine.sha256());
				}
			}));
		for (final Future<?> thread : work)
			thread.get();
		threads.shutdown();
		assertEquals(List.of("a"), opened);
		assertEquals(List.of(), closed);
	}
}
