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

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;

import io.deepdream.DeepDream;
import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.pixels.ImageFiles;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamListener;
import io.deepdream.params.FilePath;
import io.deepdream.params.Parameter;

/** Makes a website of the channels of a network on this computer, or completes one. */
public final class Website {

	private final WebsiteSettings settings;
	private final SiteFiles files;
	private final DreamListener listener;

	/** @param listener its progress counts the pieces; a cancelled website is completed by the next start */
	public Website(final WebsiteSettings settings, final SiteFiles files, final DreamListener listener) {
		this.settings = settings;
		this.files = files;
		this.listener = listener;
	}

	/**
	 * Renders what is missing, and writes the pages.
	 *
	 * @return whether the website is complete: false if the listener cancelled
	 * @throws DreamException for errors that the user can correct
	 */
	public boolean make() {
		try (DeepDream deepDream = DeepDream.open(settings.params().get(Parameter.MODEL), listener)) {
			final List<LayerInfo> layers = settings.layers(deepDream);
			final List<File> images = images();
			begin(settings, deepDream, files);
			final List<ChannelPiece> pieces = new ArrayList<>();
			layers.forEach(layer -> pieces.addAll(ChannelPiece.of(layer)));
			final List<ChannelEntry> entries = new ArrayList<>();
			for (int i = 0; i < pieces.size(); i++) {
				if (listener.isCancelled()) return false;
				listener.loading(String.format(Locale.ROOT, "%3.0f%%  %s", 100.0 * i / pieces.size(), pieces.get(i)));
				entries.addAll(pieces.get(i).render(deepDream, settings, files, DreamListener.cancelledBy(listener)));
			}
			if (listener.isCancelled()) return false;
			new Pages(deepDream, settings, layers, entries, examples(deepDream, layers, images)).write(files);
			return true;
		}
	}

	private List<File> images() {
		if (settings.images().isEmpty()) return List.of();
		final File[] found = FilePath.of(settings.images()).toFile().listFiles(File::isFile);
		if (found == null || found.length == 0) throw new DreamException("There are no images in " + settings.images() +
			": give a folder of images, or remove " + WebsiteSettings.IMAGES + ".");
		Arrays.sort(found);
		return Arrays.asList(found);
	}

	private Examples examples(final DeepDream deepDream, final List<LayerInfo> layers, final List<File> images) {
		final Examples examples = new Examples();
		final List<File> usable = new ArrayList<>();
		for (final File file : images) {
			final ImagePlus image = ImageFiles.open(file.getPath());
			if (image == null) listener.note("The file " + file + " is not an image that ImageJ can open: it is left out.");
			else {
				usable.add(file);
				listener.loading("activations of " + file.getName());
				examples.merge(new ExampleImage(file.getName(), image, deepDream).search(deepDream, layers));
			}
		}
		// opened again, because the images together may not fit in memory
		for (final File file : usable)
			new ExampleImage(file.getName(), ImageFiles.open(file.getPath()), deepDream).write(examples, files);
		return examples;
	}

	/**
	 * Checks that a folder is empty or has the pictures of the same network with the same settings, and records them in it.
	 *
	 * @throws DreamException if it contains anything else
	 */
	public static void begin(final WebsiteSettings settings, final DeepDream deepDream, final SiteFiles files) {
		final String now = "network=" + deepDream.sha256() + "\nsettings=" + settings.fingerprint() + "\n";
		final boolean used = files.isUsed();
		final byte[] before = used ? files.read(SitePaths.MADE_WITH) : null;
		if (before == null && used) throw new DreamException("The folder " + files.location() +
			" is not empty: give a new one for the website.");
		if (before != null && !now.equals(new String(before, StandardCharsets.UTF_8))) throw new DreamException("The website in " +
			files.location() + " was made with another network or other settings: give another folder, or the same settings.");
		if (before == null) files.write(SitePaths.MADE_WITH, now.getBytes(StandardCharsets.UTF_8));
	}
}
