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
package io.deepdream.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import ij.IJ;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs macros like {@code fiji --headless -macro}. */
class PatchedHeadlessTest {

	@TempDir
	Path folder;

	private String run(final String macro) throws Exception {
		final Path file = Files.writeString(folder.resolve("macro.ijm"), macro);
		final Path log = folder.resolve("log.txt");
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"--add-opens=java.base/java.lang=ALL-UNNAMED", "-Djava.awt.headless=true", "-cp", ChildProcess.classPath(),
			PatchedImageJ.class.getName(), folder.toString(), file.toString()).redirectErrorStream(true).redirectOutput(log
				.toFile()).start();
		assertTrue(process.waitFor(2, TimeUnit.MINUTES));
		final String output = Files.readString(log);
		assertEquals(0, process.exitValue(), output);
		return output;
	}

	@Test
	void theResultIsTheCurrentImage() throws Exception {
		final String output = run("newImage('y', 'RGB ramp', 64, 48, 1);\n" +
			"run('Dream...', 'octaves=1 iterations=1 layer=mixed3a save=[" + folder.resolve("p q.png") + "]');\n" +
			"print('<' + getTitle() + '>');\n");
		assertTrue(output.contains("<Dream of y>"), output);
		assertEquals(64, IJ.openImage(folder.resolve("p q.png").toString()).getWidth());
	}

	@Test
	void anErrorAbortsTheMacro() throws Exception {
		final String output = run("setBatchMode(true);\nnewImage('y', 'RGB ramp', 64, 48, 1);\n" +
			"run('Dream...', 'layer=nolayer');\nprint('continued');\n");
		assertTrue(output.contains("There is no layer \"nolayer\""), output);
		assertFalse(output.contains("continued"), output);
	}
}
