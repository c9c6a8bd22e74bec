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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds TensorFlow's jars in ImageJ's folder, or reports what is missing. */
class LibraryFolderTest {

	@TempDir
	Path root;

	private Path put(final String file) throws IOException {
		final Path path = root.resolve(file);
		Files.createDirectories(path.getParent());
		return Files.createFile(path);
	}

	@Test
	void commonAndNativeJarsOfThePlatform() throws IOException {
		final Path api = put("lib/deepdream/tensorflow-core-api-1.1.0.jar");
		put("lib/deepdream/readme.txt");
		final Path linux = put("lib/linux64/deepdream/tensorflow-core-native-1.1.0-linux-x86_64.jar");
		put("lib/linux64/libtensorflow.so");
		put("lib/win64/deepdream/tensorflow-core-native-1.1.0-windows-x86_64.jar");
		final LibraryFolder found = LibraryFolder.above(root.resolve("plugins").resolve("DeepDream_.jar")).get();
		assertEquals(root, found.root());
		assertEquals(Arrays.asList(api, linux), found.jars(Platform.LINUX_X86_64));
		// in a subfolder of plugins, too
		assertEquals(root, LibraryFolder.above(root.resolve("plugins/tools/DeepDream_.jar")).get().root());
	}

	@Test
	void librariesOfAnotherPlatform() throws IOException {
		put("lib/deepdream/tensorflow-core-api-1.1.0.jar");
		put("lib/win64/deepdream/tensorflow-core-native-1.1.0-windows-x86_64.jar");
		final String message = message();
		assertTrue(message.contains("was installed for Windows on x86_64, but ImageJ runs on macOS on Apple silicon"),
			message);
		assertTrue(message.contains("macos-arm64"), message);
	}

	@Test
	void missingLibraries() throws IOException {
		Files.createDirectories(root.resolve("lib/deepdream"));
		assertTrue(message().contains("are missing in " + root.resolve("lib")), message());
	}

	private String message() {
		return assertThrows(DreamException.class, () -> LibraryFolder.above(root.resolve("plugins/DeepDream_.jar")).get()
			.jars(Platform.MACOS_ARM64)).getMessage();
	}

	@Test
	void noFolderInDevelopment() {
		assertFalse(LibraryFolder.of(LibraryFolder.class).isPresent());
	}
}
