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

/** Macros as {@code fiji --headless -macro} runs them. */
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
		final String said = Files.readString(log);
		assertEquals(0, process.exitValue(), said);
		return said;
	}

	@Test
	void theResultIsTheCurrentImage() throws Exception {
		final String said = run("newImage('y', 'RGB ramp', 64, 48, 1);\n" +
			"run('Dream...', 'octaves=1 iterations=1 layer=mixed3a save=[" + folder.resolve("p q.png") + "]');\n" +
			"print('<' + getTitle() + '>');\n");
		assertTrue(said.contains("<Dream of y>"), said);
		assertEquals(64, IJ.openImage(folder.resolve("p q.png").toString()).getWidth());
	}

	@Test
	void aMistakeEndsTheMacro() throws Exception {
		final String said = run("setBatchMode(true);\nnewImage('y', 'RGB ramp', 64, 48, 1);\n" +
			"run('Dream...', 'layer=nolayer');\nprint('went on');\n");
		assertTrue(said.contains("There is no layer \"nolayer\""), said);
		assertFalse(said.contains("went on"), said);
	}
}
