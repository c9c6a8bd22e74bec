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
