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

import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.GraphicsEnvironment;
import java.awt.Panel;
import java.awt.datatransfer.StringSelection;
import java.util.Optional;

import ij.IJ;
import ij.text.TextWindow;

import io.deepdream.DeepDream;
import io.deepdream.engine.AvailableMemory;
import io.deepdream.engine.Engines;
import io.deepdream.engine.loading.Crash;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.imagej.job.Version;
import io.deepdream.imagej.progress.ImageJListener;
import io.deepdream.model.ModelCatalogue;
import io.deepdream.params.DreamException;
import io.deepdream.params.SystemSettings;

/** Plugins &gt; DeepDream &gt; About DeepDream: system information for bug reports, with a button to copy it. */
final class AboutPlugin {

	private static final double MB = 1e6;

	private AboutPlugin() {}

	static void run() {
		final String text = text();
		if (GraphicsEnvironment.isHeadless()) {
			IJ.log(text);
			return;
		}
		final TextWindow window = new TextWindow("About DeepDream", text, 760, 440);
		final Button copy = new Button("Copy to Clipboard");
		copy.addActionListener(event -> {
			copy.getToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
			IJ.showStatus("DeepDream: copied to clipboard");
		});
		final Panel south = new Panel();
		south.add(copy);
		window.add(south, BorderLayout.SOUTH);
		window.validate();
	}

	static String text() {
		final StringBuilder text = new StringBuilder();
		line(text, "DeepDream " + Version.get());
		line(text, "ImageJ " + IJ.getFullVersion() + " in " + IJ.getDirectory("imagej"));
		line(text, "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vm.name") + ", " + System
			.getProperty("java.vendor") + ") on " + System.getProperty("os.name") + " " + System.getProperty("os.version") +
			" " + System.getProperty("os.arch"));
		line(text, "Processor: " + new ThisMachine().processor());
		line(text, String.format("Memory limit: %.0f MB for networks, %.0f MB for Java", AvailableMemory.bytes() / MB, Runtime
			.getRuntime().maxMemory() / MB));
		line(text, "Unpacked libraries: " + SystemSettings.cache());
		final Optional<Crash> crash = Engines.lastCrash().filter(Crash::whileLoading);
		if (crash.isPresent()) {
			// loading TensorFlow again might crash ImageJ again
			line(text, "Engine not loaded: " + crash.get().message());
			return text.toString();
		}
		try (DeepDream deepDream = DeepDream.open(ModelCatalogue.EMBEDDED, new ImageJListener())) {
			line(text, "Engine: " + deepDream.engine());
			deepDream.facts().forEach(fact -> line(text, fact));
			line(text, "Network: " + deepDream.model().name() + ", SHA-256 " + deepDream.sha256());
			line(text, "Network licence: " + deepDream.model().licence());
			line(text, "Network source: " + deepDream.model().citation());
			line(text, "All networks: " + String.join(", ", ModelCatalogue.names()));
		}
		catch (final DreamException exc) {
			line(text, "Engine: " + exc.getMessage());
		}
		IJ.showStatus("");
		return text.toString();
	}

	private static void line(final StringBuilder text, final String line) {
		text.append(line).append('\n');
	}
}
