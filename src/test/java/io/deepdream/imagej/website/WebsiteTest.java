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
package io.deepdream.imagej.website;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;

import io.deepdream.Browser;
import io.deepdream.NoteTaker;
import io.deepdream.imagej.job.Commands;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.SystemSettings;
import io.deepdream.params.Task;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebsiteTest {

	private static final String LAYER = "conv2d0";
	private static final int CHANNELS = 64;
	private static final String RENDERING = "width=24 height=24 iterations=1 octaves=1 optimizer=plain smooth=0";

	@TempDir
	static Path folder;
	private static Path images;
	private static Path site;
	private static final NoteTaker NOTES = new NoteTaker();

	private static List<String> settings(final String more) {
		return Arrays.asList(("layers=" + LAYER + " images=" + images + " " + RENDERING + " " + more).trim().split(" "));
	}

	private static boolean make(final Path to, final String more, final DreamListener listener) {
		return new Website(WebsiteSettings.parse(settings(more)), new LocalFiles(to.toString()), listener).make();
	}

	@BeforeAll
	static void makeOnce() throws Exception {
		System.setProperty(SystemSettings.CHANNELS, folder.resolve("cache").toString());
		images = Files.createDirectory(folder.resolve("images"));
		// left half red, right half green, and plain blue
		final ColorProcessor halves = new ColorProcessor(60, 40);
		halves.setColor(0xff0000);
		halves.fill();
		halves.setRoi(30, 0, 30, 40);
		halves.setColor(0x00ff00);
		halves.fill();
		new FileSaver(new ImagePlus("", halves)).saveAsPng(images.resolve("halves & more.png").toString());
		final ColorProcessor plain = new ColorProcessor(50, 30);
		plain.setColor(0x0000ff);
		plain.fill();
		new FileSaver(new ImagePlus("", plain)).saveAsPng(images.resolve("plain.png").toString());
		Files.write(images.resolve("notes.txt"), "no image".getBytes(StandardCharsets.UTF_8));
		site = folder.resolve("site");
		assertTrue(make(site, "variations=1", NOTES));
	}

	@AfterAll
	static void restoreCache() {
		System.clearProperty(SystemSettings.CHANNELS);
	}

	private static String text(final Path file) throws Exception {
		return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
	}

	@Test
	void everyLinkLeadsToAFile() throws Exception {
		final Set<Path> seen = new HashSet<>();
		follow(site.resolve("index.html"), seen);
		assertEquals(1 + 1 + CHANNELS, seen.stream().filter(file -> file.toString().endsWith(".html")).count());
		final Set<String> linked = new TreeSet<>();
		seen.forEach(file -> linked.add(site.relativize(file).toString()));
		try (Stream<Path> files = Files.walk(site)) {
			files.filter(Files::isRegularFile).map(file -> site.relativize(file).toString()).filter(name -> !name.endsWith(
				".properties")).forEach(name -> assertTrue(linked.contains(name), "no page shows " + name));
		}
	}

	private static void follow(final Path file, final Set<Path> seen) throws Exception {
		assertTrue(Files.isRegularFile(file), file + " is missing");
		if (!seen.add(file) || !file.toString().endsWith(".html")) return;
		final Matcher link = Pattern.compile("(?:href|src)=\"([^\"]+)\"").matcher(text(file));
		while (link.find()) {
			assertFalse(link.group(1).contains("//"), "an outside host: " + link.group(1));
			follow(file.getParent().resolve(link.group(1)).normalize(), seen);
		}
	}

	@Test
	void picturesAreThoseOfTheChannelAtlas() {
		final ImagePlus atlas = Commands.of("atlas").job().run(null, DreamParams.of(Task.ATLAS).withOptions("layer=" + LAYER + " " +
			RENDERING), DreamListener.SILENT, image -> {});
		for (final int channel : new int[] { 0, 17, CHANNELS - 1 })
			assertArrayEquals((int[]) atlas.getStack().getPixels(channel + 1), pixels("" + channel));
	}

	private static int[] pixels(final String name) {
		return (int[]) IJ.openImage(site.resolve(LAYER).resolve(name + ".png").toString()).getProcessor().convertToRGB()
			.getPixels();
	}

	/** A macro line of a page, run as a macro would, gives the picture of the page. */
	@Test
	void macroLinesGiveThePictures() throws Exception {
		final String page = text(site.resolve(LAYER).resolve("17.html"));
		final Matcher line = Pattern.compile("run\\(&quot;(.*?)&quot;, &quot;(.*?)&quot;\\);").matcher(page);
		assertTrue(line.find());
		assertEquals("Channel Atlas...", line.group(1));
		assertArrayEquals(pixels("17"), first("atlas", line.group(2)));
		assertTrue(line.find());
		assertEquals("Render from Noise...", line.group(1));
		assertArrayEquals(pixels("17-variation1"), first("noise", line.group(2)));
	}

	private static int[] first(final String command, final String options) {
		final ImagePlus result = Commands.of(command).job().run(null, Commands.of(command).defaults().withOptions(options),
			DreamListener.SILENT, image -> {});
		return (int[]) result.getStack().getProcessor(1).convertToRGB().getPixels();
	}

	/** A uniform image activates every position of a channel of the first layer alike, except at the border. */
	@Test
	void examplesAreTheStrongestParts() throws Exception {
		final List<String> notes = NOTES.notes();
		assertTrue(notes.stream().anyMatch(note -> note.contains("notes.txt")), notes.toString());
		final String page = text(site.resolve(LAYER).resolve("0.html"));
		final Matcher example = Pattern.compile("<figcaption>([^<]*\\.png): ([^<]*)</figcaption>").matcher(page);
		assertTrue(example.find(), page);
		final double first = Double.parseDouble(example.group(2));
		final Set<String> names = new TreeSet<>(Set.of(example.group(1)));
		assertTrue(example.find());
		names.add(example.group(1));
		assertEquals(Set.of("halves &amp; more.png", "plain.png"), names);
		assertTrue(first >= Double.parseDouble(example.group(2)), "the strongest first");
		final ImagePlus part = IJ.openImage(site.resolve(LAYER).resolve("0-image1.jpg").toString());
		// the receptive field of the first convolution
		assertTrue(part.getWidth() <= 7 && part.getHeight() <= 7, part.getWidth() + "x" + part.getHeight());
	}

	@Test
	void aSecondStartRendersWhatIsMissing() throws Exception {
		final Path copy = folder.resolve("second");
		make(copy, "variations=0", DreamListener.SILENT);
		final Path missing = copy.resolve(LAYER).resolve("40.properties");
		final byte[] before = Files.readAllBytes(missing);
		Files.delete(missing);
		final Path other = copy.resolve(LAYER).resolve("20.png");
		// a picture that would be replaced if its piece were rendered again
		Files.write(other, new byte[] { 1 });
		make(copy, "variations=0", DreamListener.SILENT);
		assertArrayEquals(before, Files.readAllBytes(missing));
		assertEquals(1, Files.size(other), "a finished piece was rendered again");
	}

	@Test
	void aCancelledWebsiteHasNoIndexAndIsCompletedLater() throws Exception {
		final Path to = folder.resolve("cancelled");
		final int[] asked = { 0 };
		final boolean complete = make(to, "variations=0", new DreamListener() {

			@Override
			public boolean isCancelled() {
				return asked[0]++ > 3;
			}
		});
		assertFalse(complete);
		assertFalse(Files.exists(to.resolve("index.html")));
		assertTrue(make(to, "variations=0", DreamListener.SILENT));
		assertTrue(Files.exists(to.resolve("index.html")));
	}

	private static void refused(final String sentence, final Path to, final String more) {
		final String message = assertThrows(DreamException.class, () -> make(to, more, DreamListener.SILENT)).getMessage();
		assertTrue(message.contains(sentence), message);
	}

	@Test
	void mistakesAreRefused() throws Exception {
		refused("is not empty", images, "");
		refused("other settings", site, "variations=1 seed=3");
		refused("is a file", images.resolve("plain.png"), "");
		refused("remove channels", folder.resolve("x"), "channels=3");
		refused("variations=1000", folder.resolve("x"), "variations=1000");
		refused("iteration", folder.resolve("x"), "iteration=3");
		refused("conv2d1", folder.resolve("x"), "layers=" + LAYER + ",conv2d1x");
		refused("no images", folder.resolve("x"), "images=" + Files.createDirectories(folder.resolve("none")));
		assertFalse(Files.exists(folder.resolve("x")), "refused before any work");
	}

	/** The search, by a real browser. */
	@Test
	void searchFindsLayersAndChannels() throws Exception {
		final Browser browser = Browser.in(folder);
		assertTrue(search(browser, "2d0").contains("<li><a href=\"conv2d0/index.html\">conv2d0</a></li>"));
		assertTrue(search(browser, "conv+17").contains("<li><a href=\"conv2d0/17.html\">conv2d0, channel 17</a></li>"));
		assertTrue(search(browser, "conv+64").contains("No layer or channel"), "there are 64 channels, from 0");
	}

	private static String search(final Browser browser, final String words) throws Exception {
		return browser.run("--dump-dom", site.resolve("index.html").toUri() + "?search=" + words);
	}
}
