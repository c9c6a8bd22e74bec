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

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import ij.IJ;
import ij.Prefs;

import io.deepdream.engine.Engines;
import io.deepdream.engine.loading.LibraryFolder;
import io.deepdream.imagej.dialog.Messages;
import io.deepdream.params.DreamException;
import io.deepdream.params.SystemSettings;

/** Runs a menu entry, once the Java version has been checked. */
final class PluginStart {

	/** A class that exists in all versions of ImgLib2. */
	private static final String IMGLIB2 = "net.imglib2.img.array.ArrayImg";

	private static boolean versionsReported;

	private PluginStart() {}

	/** @param key of the {@link Menu} */
	static void run(final String key) {
		if (!hasImgLib2()) {
			Messages.report(new DreamException("DeepDream needs ImgLib2, which is part of Fiji but not of ImageJ: copy imglib2-VERSION.jar " +
				"from Fiji's folder jars to plugins/jars of ImageJ, and restart ImageJ."));
			return;
		}
		chooseCache();
		try {
			reportOtherVersions();
			reportCrash();
		}
		catch (final DreamException exc) {
			Messages.report(exc);
			return;
		}
		Menu.run(key);
	}

	/** ImageJ shows duplicate commands at its start, but not which of the files to delete. */
	private static synchronized void reportOtherVersions() {
		if (versionsReported) return;
		versionsReported = true;
		final List<Path> jars = LibraryFolder.of(PluginStart.class).map(LibraryFolder::pluginJars).orElse(List.of());
		if (jars.size() > 1) IJ.log("DeepDream: several versions are installed, " + jars.stream().map(Path::toString).collect(
			Collectors.joining(" and ")) + ": delete the older file and restart ImageJ.");
	}

	private static boolean hasImgLib2() {
		try {
			Class.forName(IMGLIB2, false, PluginStart.class.getClassLoader());
			return true;
		}
		catch (final ClassNotFoundException exc) {
			return false;
		}
	}

	/** Reads the cache folder from ImageJ's preferences, for users who cannot set a system property. */
	static void chooseCache() {
		final String folder = Prefs.get(SystemSettings.CACHE, "");
		if (!folder.isEmpty() && System.getProperty(SystemSettings.CACHE) == null) System.setProperty(SystemSettings.CACHE,
			folder);
	}

	/**
	 * Reports a crash of the last run before the dialog opens, so that the user can
	 * choose other parameters. The engine reports crashes in macros and those during
	 * loading.
	 */
	private static void reportCrash() {
		if (Messages.isSilent()) return;
		Engines.lastCrash().filter(crash -> !crash.whileLoading()).ifPresent(crash -> {
			crash.discard();
			IJ.showMessage("DeepDream", Messages.wrapped(crash.message()));
		});
	}
}
