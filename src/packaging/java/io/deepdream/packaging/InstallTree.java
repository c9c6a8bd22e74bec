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
package io.deepdream.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.deepdream.engine.loading.Platform;
import io.deepdream.engine.loading.ThisMachine;

/**
 * A tree to merge into the folder of Fiji or ImageJ on one platform, and a zip of it.
 *
 * <pre>
 * InstallTree PROJECT TARGET PLUGIN.jar CLASSPATH.txt IMGLIB2-VERSION
 * </pre>
 */
public final class InstallTree {

	static final String README = "DeepDream-README.txt";

	private final Path folder;

	private InstallTree(final Path folder) {
		this.folder = folder;
	}

	public static void main(final String... args) throws IOException {
		final Optional<Platform> here = Platform.of(new ThisMachine());
		if (!here.isPresent()) {
			System.err.println("No install tree is made, because TensorFlow does not support this computer's platform.");
			return;
		}
		final Platform platform = here.get();
		final Path target = Paths.get(args[1]);
		final List<PackagedFile> files = Layout.of(Paths.get(args[0]), Paths.get(args[2]), Layout.classPath(Paths.get(
			args[3])));
		write(files, platform, target.resolve("install"), args[4]).zip(target.resolve(args[2].replaceFirst(
			".*[/\\\\]", "").replaceFirst("\\.jar$", "-" + platform.folder() + ".zip")));
	}

	/**
	 * Replaces the contents of a folder by the tree.
	 *
	 * @param imglib2 version of ImgLib2, which plain ImageJ needs
	 */
	static InstallTree write(final List<PackagedFile> files, final Platform platform, final Path folder,
		final String imglib2) throws IOException
	{
		if (Files.exists(folder)) try (Stream<Path> old = Files.walk(folder)) {
			for (final Path file : old.sorted(Comparator.reverseOrder()).collect(Collectors.toList()))
				Files.delete(file);
		}
		for (final PackagedFile file : files)
			if (file.isFor(platform)) file.copyTo(folder.resolve(file.path()));
		try (InputStream text = InstallTree.class.getResourceAsStream("install.txt")) {
			Files.write(folder.resolve(README), new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("PLATFORM",
				platform.description()).replace("IMGLIB2", imglib2).getBytes(StandardCharsets.UTF_8));
		}
		return new InstallTree(folder);
	}

	/** Stores jars uncompressed: they are compressed already, so that deflating them again saves nothing. */
	void zip(final Path file) throws IOException {
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out);
				Stream<Path> tree = Files.walk(folder))
		{
			for (final Path source : tree.filter(Files::isRegularFile).sorted().collect(Collectors.toList())) {
				final ZipEntry entry = new ZipEntry(folder.relativize(source).toString().replace('\\', '/'));
				entry.setLastModifiedTime(Files.getLastModifiedTime(source));
				if (source.toString().endsWith(".jar")) store(entry, source);
				zip.putNextEntry(entry);
				Files.copy(source, zip);
			}
		}
	}

	private static void store(final ZipEntry entry, final Path source) throws IOException {
		final CRC32 crc = new CRC32();
		try (InputStream in = Files.newInputStream(source)) {
			final byte[] buffer = new byte[1 << 16];
			for (int n; (n = in.read(buffer)) > 0;)
				crc.update(buffer, 0, n);
		}
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(Files.size(source));
		entry.setCrc(crc.getValue());
	}
}
