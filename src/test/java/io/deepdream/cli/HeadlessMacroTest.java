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
package io.deepdream.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import ij.IJ;
import ij.ImagePlus;

import io.deepdream.imagej.ChildProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Macros on the command line of a machine without a display, as in a container. */
class HeadlessMacroTest {

	@TempDir
	Path folder;

	/** Runs a macro in a process of its own; returns its output and exit code. */
	private String run(final String macro) throws Exception {
		final Path file = Files.writeString(folder.resolve("macro.ijm"), macro);
		return ChildProcess.fork().with("-Djava.awt.headless=true").environment("DISPLAY", null).run(CommandLine.class
			.getName(), "--macro", file.toString(), folder.toString());
	}

	/** Commands of the menu bar, of IJ_Props.txt, with and without a dialog, before and after a dream. */
	@Test
	void commandsOfImageJRun() throws Exception {
		final String output = run("newImage('ramp', '8-bit ramp', 80, 60, 1);\n" +
			"run('Invert');\n" +
			"if (getPixel(0, 0) != 255) exit('not inverted: ' + getPixel(0, 0));\n" +
			"run('RGB Color');\n" +
			"run('Size...', 'width=64 height=48 interpolation=Bilinear');\n" +
			"run('Gaussian Blur...', 'sigma=2');\n" +
			"run('Dream...', 'layer=mixed3a octaves=1 iterations=1');\n" +
			"if (getTitle() != 'Dream of ramp') exit('not the result: ' + getTitle());\n" +
			"run('8-bit');\n" +
			"run('Duplicate...', 'title=copy');\n" +
			"run('Add...', 'value=10');\n" +
			"run('Scale...', 'x=0.5 y=0.5 create title=small');\n" +
			"saveAs('PNG', getArgument() + '/a b.png');\n" +
			"saveAs('Tiff', getArgument() + '/c.tif');\n" +
			"return '' + nImages;\n");
		assertTrue(output.endsWith("exit: 0") && output.contains("\n4\n"), output);
		assertFalse(output.contains("\tat "), output);
		final ImagePlus small = IJ.openImage(folder.resolve("a b.png").toString());
		assertEquals(32, small.getWidth());
		assertEquals(24, small.getHeight());
		assertEquals(8, small.getBitDepth());
		assertEquals(32, IJ.openImage(folder.resolve("c.tif").toString()).getWidth());
	}

	@Test
	void aCommandThatDoesNotExistIsNamed() throws Exception {
		final String output = run("newImage('x', '8-bit ramp', 64, 64, 1);\nrun('No Such Command');\nprint('continued');\n");
		assertTrue(output.endsWith("exit: 2"), output);
		assertTrue(output.contains("failed in line 2") && output.contains("No Such Command"), output);
		assertFalse(output.contains("continued") || output.contains("\tat "), output);
	}

	@Test
	void aCommandThatNeedsADisplayIsNamed() throws Exception {
		final String output = run("newImage('x', '8-bit ramp', 64, 64, 1);\nrun('Threshold...');\nprint('continued');\n");
		assertTrue(output.endsWith("exit: 2"), output);
		assertTrue(output.contains("failed in line 2") && output.contains("Threshold..."), output);
		assertFalse(output.contains("continued") || output.contains("\tat "), output);
	}
}
