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
package io.deepdream.spark.images;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import io.deepdream.cli.CommandLine;

/** Small images, and what the plugin's command line makes of them. */
public final class TestImages {

	private TestImages() {}

	/** Waves that differ from image to image. */
	static BufferedImage waves(final int width, final int height, final int number) {
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				image.setRGB(x, y, wave(x + number, 7) << 16 | wave(y + 3 * number, 11) << 8 | wave(x + y + number, 5));
		return image;
	}

	private static int wave(final int x, final int length) {
		return (int) (128 + 100 * Math.sin(2 * Math.PI * x / length));
	}

	/** Writes number PNG files, image00.png and so on. */
	public static void write(final Path folder, final int number, final int width, final int height) throws IOException {
		Files.createDirectories(folder);
		for (int i = 0; i < number; i++)
			ImageIO.write(waves(width, height, i), "png", folder.resolve(String.format("image%02d.png", i)).toFile());
	}

	/** Dreams each image of a folder by the plugin's command line, in this process. */
	static void dreamOnOneMachine(final Path in, final Path out, final String... settings) throws IOException {
		Files.createDirectories(out);
		for (final String name : names(in)) {
			final ByteArrayOutputStream errors = new ByteArrayOutputStream();
			final int code = CommandLine.run(new PrintStream(new ByteArrayOutputStream()), new PrintStream(errors), Stream.concat(
				Stream.of(in.resolve(name).toString(), out.resolve(ResultName.of(name)).toString()), Arrays.stream(settings))
				.toArray(String[]::new));
			assertEquals(0, code, errors.toString());
		}
	}

	/** The plain loop: IN OUT key=value ... */
	public static final class OneMachine {

		public static void main(final String... args) throws IOException {
			dreamOnOneMachine(Path.of(args[0]), Path.of(args[1]), Arrays.copyOfRange(args, 2, args.length));
		}
	}

	/** The names of the files in a folder, without hidden ones and those of the job itself. */
	static Set<String> names(final Path folder) throws IOException {
		if (!Files.isDirectory(folder)) return new TreeSet<>();
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).filter(name -> !name.startsWith(".") && !name.equals(
				ResultFolder.SETTINGS)).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	/** Checks that two folders have the same files, byte for byte. */
	public static void assertSame(final Path expected, final Path actual) throws IOException {
		assertEquals(names(expected), names(actual));
		assertTrue(!names(expected).isEmpty());
		for (final String name : names(expected))
			assertArrayEquals(Files.readAllBytes(expected.resolve(name)), Files.readAllBytes(actual.resolve(name)), name);
	}
}
