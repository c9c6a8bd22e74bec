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
package io.deepdream.model.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.deepdream.model.TransferListener;
import io.deepdream.params.DreamException;

/** Recognises packages of networks and opens them. */
public final class NetworkPackages {

	private static final int MAX_NESTED_FOLDERS = 3;

	private final TransferListener listener;
	private final TemporaryFolder temporary;
	private UnpackLimits limits;

	private NetworkPackages(final TransferListener listener, final TemporaryFolder temporary) {
		this.listener = listener;
		this.temporary = temporary;
	}

	/**
	 * @param given a zip archive; the folder of a package; or its description, which stands for
	 *          its folder
	 * @param listener can cancel
	 * @return empty if the file or folder is no package, such as a frozen graph or a
	 *         SavedModel; to be closed by the caller
	 * @throws DreamException if the package cannot be used; then nothing is left unpacked
	 * @throws java.util.concurrent.CancellationException if the listener cancelled
	 */
	public static Optional<NetworkPackage> open(final Path given, final TransferListener listener) {
		return open(given, Paths.get(System.getProperty("java.io.tmpdir")), listener);
	}

	/** As {@link #open(Path, TransferListener)}, with the folder to unpack in. */
	static Optional<NetworkPackage> open(final Path given, final Path parent, final TransferListener listener) {
		TemporaryFolder temporary = null;
		boolean opened = false;
		try {
			final Path source = isDescription(given) ? given.toAbsolutePath().getParent() : given;
			final boolean archive = Files.isRegularFile(source) && Archive.is(source);
			if (!archive && !isPackage(source)) return Optional.empty();
			temporary = new TemporaryFolder(parent);
			final NetworkPackages packages = new NetworkPackages(listener, temporary);
			final NetworkPackage found = archive ? packages.openArchive(source) : packages.openFolder(source).get();
			found.opened(nameOf(source), temporary);
			opened = true;
			return Optional.of(found);
		}
		catch (final IOException exc) {
			throw new DreamException("The package " + given + " cannot be unpacked (" + exc + "): free disk space in " + parent +
				", or check the permissions.", exc);
		}
		finally {
			if (temporary != null && !opened) temporary.close();
		}
	}

	private static boolean isDescription(final Path file) {
		return BioimagePackage.isDescription(file) || file.endsWith(CsbDeepModel.CONFIG) && Files.isRegularFile(file);
	}

	private static boolean isPackage(final Path folder) throws IOException {
		return Files.isDirectory(folder) && (description(folder).isPresent() || config(folder).isPresent());
	}

	/** The description of a bioimage.io package in a folder; the one with the shortest name if there are several. */
	private static Optional<Path> description(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(BioimagePackage::isDescription).min(Comparator.comparingInt(file -> file.getFileName().toString()
				.length()));
		}
	}

	/** The configuration of a StarDist or CARE model in a folder. */
	private static Optional<CsbDeepModel> config(final Path folder) {
		final Path file = folder.resolve(CsbDeepModel.CONFIG);
		if (!Files.isRegularFile(file)) return Optional.empty();
		return Optional.of(Documents.read(file)).filter(CsbDeepModel::is).map(CsbDeepModel::new);
	}

	/** The name of an archive of export_TF is always the same; its folder has the network's name. */
	private static String nameOf(final Path source) {
		final Path absolute = source.toAbsolutePath().normalize();
		final boolean export = absolute.getFileName().toString().equals(CsbDeepModel.EXPORT) && absolute.getParent().getFileName() != null;
		return (export ? absolute.getParent() : absolute).getFileName().toString().replaceFirst("(?i)\\.zip$", "");
	}

	private NetworkPackage openArchive(final Path zip) throws IOException {
		final Path folder = top(unpack(zip));
		final Optional<NetworkPackage> described = openFolder(folder);
		if (described.isPresent()) return described.get();
		try (Stream<Path> files = Files.walk(folder)) {
			if (files.noneMatch(file -> file.endsWith(SavedModelFolder.GRAPH))) throw WeightFormats.refusal(folder);
		}
		final Path saved = SavedModelFolder.in(folder);
		// the archive is written into the folder of the configuration
		final Path folderOfZip = zip.toAbsolutePath().getParent();
		final Optional<CsbDeepModel> model = zip.endsWith(CsbDeepModel.EXPORT) ? config(folderOfZip) : Optional.empty();
		if (model.isPresent()) return new NetworkPackage(model.get().kind(), saved, model.get().properties()).givingImage(true);
		final Path meta = saved.resolve(CsbDeepModel.META);
		if (Files.isRegularFile(meta)) return new NetworkPackage("CSBDeep export", saved, CsbDeepModel.archive(Documents.read(
			meta))).givingImage(true);
		return zip.endsWith(CsbDeepModel.EXPORT) ? new NetworkPackage("CSBDeep export", saved, CsbDeepModel.unknown()).givingImage(true)
			: new NetworkPackage("SavedModel", saved, new Properties());
	}

	/** @return empty if there is no description in the folder */
	private Optional<NetworkPackage> openFolder(final Path folder) throws IOException {
		final Optional<Path> rdf = description(folder);
		if (rdf.isPresent()) {
			final BioimagePackage described = new BioimagePackage(Documents.read(rdf.get()), folder);
			// the first reason for a refusal is the weights: without them nothing else matters
			final Path weights = described.weights();
			final Properties properties = described.properties();
			final NetworkPackage found = new NetworkPackage(BioimagePackage.KIND, savedModel(weights), properties)
				.givingImage(described.givesImage());
			described.images().forEach(found::attach);
			return Optional.of(found);
		}
		final Optional<CsbDeepModel> model = config(folder);
		if (!model.isPresent()) return Optional.empty();
		final Properties properties = model.get().properties();
		return Optional.of(new NetworkPackage(model.get().kind(), savedModel(model.get().export(folder)), properties)
			.givingImage(true));
	}

	private Path savedModel(final Path weights) throws IOException {
		if (Files.isDirectory(weights)) return SavedModelFolder.in(weights);
		if (weights.endsWith(SavedModelFolder.GRAPH)) return SavedModelFolder.in(weights.getParent());
		if (!Archive.is(weights)) throw new DreamException("The file " + weights.getFileName() +
			" of the package is no zip archive with a SavedModel: download or export the package again.");
		return SavedModelFolder.in(unpack(weights));
	}

	private Path unpack(final Path zip) throws IOException {
		// an archive in the archive counts for the limits of the outer one
		if (limits == null) limits = new UnpackLimits(Files.size(zip));
		listener.progress("Unpacking " + zip.getFileName(), 0, 1);
		final Path folder = temporary.subfolder();
		new Archive(zip).unpack(folder, limits, listener);
		return folder;
	}

	/** Enters folders that contain nothing but one folder, ignoring what macOS and file browsers add. */
	private static Path top(final Path unpacked) throws IOException {
		Path folder = unpacked;
		for (int i = 0; i < MAX_NESTED_FOLDERS; i++)
			try (Stream<Path> files = Files.list(folder)) {
				final List<Path> all = files.filter(file -> !file.getFileName().toString().matches("__MACOSX|\\..*")).collect(
					Collectors.toList());
				if (all.size() != 1 || !Files.isDirectory(all.get(0))) break;
				folder = all.get(0);
			}
		return folder;
	}
}
