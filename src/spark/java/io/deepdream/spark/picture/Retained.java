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
package io.deepdream.spark.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/**
 * The current state of the blocks, and what Spark retains so that it can compute lost blocks anew: the states and shuffles
 * since the last checkpoint.
 */
final class Retained implements AutoCloseable {

	private final JavaSparkContext spark;
	private final String folder;
	/** Since the last checkpoint; their shuffle files remain until the next one. */
	private final List<JavaPairRDD<?, ?>> shuffled = new ArrayList<>();
	private JavaPairRDD<Integer, BlockState> state;
	private String checkpoint = "";

	/** @param folder for checkpoints, created now, which fails before any work if it cannot be written; deleted in the end */
	Retained(final JavaSparkContext spark, final String folder) {
		this.spark = spark;
		this.folder = folder;
		spark.setCheckpointDir(folder);
	}

	JavaPairRDD<Integer, BlockState> state() {
		return state;
	}

	/** An RDD whose files the next checkpoint makes superfluous. */
	void shuffled(final JavaPairRDD<?, ?> rdd) {
		shuffled.add(rdd);
	}

	/** Computes the next state, and frees the one before. */
	void next(final JavaPairRDD<Integer, BlockState> next, final boolean saved) {
		next.persist(StorageLevel.MEMORY_AND_DISK());
		// local mode ends when its only executor is lost: it needs no files
		if (saved && spark.isLocal()) next.rdd().localCheckpoint();
		else if (saved) next.checkpoint();
		next.count();
		if (state != null) state.unpersist(false);
		state = next;
		if (!saved) return;
		for (final JavaPairRDD<?, ?> rdd : shuffled) {
			rdd.rdd().cleanShuffleDependencies(false);
			rdd.unpersist(false);
		}
		shuffled.clear();
		delete(checkpoint);
		checkpoint = Optional.ofNullable(next.getCheckpointFile().orNull()).orElse("");
	}

	private void delete(final String file) {
		if (file.isEmpty()) return;
		try {
			new Path(file).getFileSystem(spark.hadoopConfiguration()).delete(new Path(file), true);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** Frees everything. */
	@Override
	public void close() {
		if (state != null) state.unpersist(false);
		shuffled.forEach(rdd -> rdd.unpersist(false));
		delete(folder);
	}
}
