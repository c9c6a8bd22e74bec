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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import org.scijava.util.FileUtils;

/** A file of an update site with all its versions, under all its names. */
final class SiteFile {

	private final String filename;
	private final List<String> platforms;
	private final SiteVersion current;
	private final long size;
	private final List<SiteVersion> previous;

	/**
	 * @param filename its current path, or the last one of an obsolete file
	 * @param current null if the file is obsolete
	 */
	SiteFile(final String filename, final List<String> platforms, final SiteVersion current, final long size,
		final List<SiteVersion> previous)
	{
		this.filename = filename;
		this.platforms = platforms;
		this.current = current;
		this.size = size;
		this.previous = previous;
	}

	String filename() {
		return filename;
	}

	/** The path without a version: the updater identifies a file by it. */
	String key() {
		return key(filename);
	}

	static String key(final String filename) {
		return FileUtils.stripFilenameVersion(filename);
	}

	List<String> platforms() {
		return platforms;
	}

	/** Null if the file is obsolete. */
	SiteVersion current() {
		return current;
	}

	/** Of the current version, in bytes. */
	long size() {
		return size;
	}

	List<SiteVersion> previous() {
		return previous;
	}

	/** Path of the current version on the site. */
	String storedName() {
		return filename + "-" + current.timestamp();
	}

	/** The same file, obsolete. */
	SiteFile obsolete(final long now) {
		return current == null ? this : new SiteFile(filename, platforms, null, 0, history(null, now));
	}

	/** The same file with a new version, or with the same version if neither name nor contents changed. */
	SiteFile with(final String newName, final List<String> newPlatforms, final String checksum, final long newSize,
		final long now)
	{
		final boolean same = current != null && current.checksum().equals(checksum) && filename.equals(newName);
		final long timestamp = same ? current.timestamp() : now;
		return new SiteFile(newName, newPlatforms, new SiteVersion(newName, checksum, timestamp, 0), newSize, same ? previous
			: history(checksum, now));
	}

	/** All versions except one that is current again. */
	private List<SiteVersion> history(final String checksum, final long now) {
		final List<SiteVersion> all = new ArrayList<>();
		if (current != null) all.add(current.obsolete(now));
		all.addAll(previous);
		return Collections.unmodifiableList(all.stream().filter(version -> !version.checksum().equals(checksum)).collect(
			Collectors.toList()));
	}
}
