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
package io.deepdream.spark.atlas;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

import io.deepdream.DeepDream;
import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.website.ChannelEntry;
import io.deepdream.imagej.website.ChannelPiece;
import io.deepdream.imagej.website.Examples;
import io.deepdream.imagej.website.Pages;
import io.deepdream.imagej.website.Website;
import io.deepdream.imagej.website.WebsiteSettings;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Task;
import io.deepdream.spark.cluster.SharedNetwork;
import io.deepdream.spark.cluster.SparkArguments;
import io.deepdream.spark.cluster.SparkJob;
import io.deepdream.spark.cluster.Storage;

/**
 * The website of {@link Website}, with a task for each piece of a layer and for each image. What an earlier start has
 * finished is not rendered again.
 */
public final class AtlasJob implements SparkJob {

	@Override
	public String key() {
		return "atlas";
	}

	@Override
	public String usage() {
		return "OUT";
	}

	@Override
	public DreamParams defaults() {
		return DreamParams.of(Task.ATLAS);
	}

	@Override
	public List<String> options() {
		return List.of(WebsiteSettings.LAYERS, WebsiteSettings.IMAGES, Parameter.LAYER.key(), Parameter.VARIATIONS.key());
	}

	@Override
	public int run(final JavaSparkContext spark, final SparkArguments arguments, final PrintStream out) {
		final WebsiteSettings settings = WebsiteSettings.parse(arguments.settings());
		final StorageFiles files = new StorageFiles(arguments.operands().get(0));
		final List<String> images = settings.images().isEmpty() ? List.of() : images(settings.images());
		final SharedNetwork network = SharedNetwork.of(spark, settings.params().get(Parameter.MODEL));
		try (DeepDream deepDream = network.deepDream()) {
			final List<LayerInfo> layers = settings.layers(deepDream);
			Website.begin(settings, deepDream, files);
			final List<ChannelPiece> pieces = new ArrayList<>();
			layers.forEach(layer -> pieces.addAll(ChannelPiece.of(layer)));
			final List<ChannelEntry> entries = spark.parallelize(pieces, pieces.size()).flatMap(piece -> {
				try (DeepDream opened = network.deepDream()) {
					return piece.render(opened, settings, files, DreamListener.SILENT).iterator();
				}
			}).collect();
			new Pages(deepDream, settings, layers, entries, examples(spark, network, layers, images, files)).write(files);
			Storage.deleteIncomplete(files.location());
			out.println(entries.size() + " channels of " + layers.size() + " layers: " + files.location() + "/index.html");
		}
		return 0;
	}

	/** The complete URIs of the files; folders in a folder are left out. */
	static List<String> images(final String uri) {
		return Arrays.stream(Storage.list(uri)).filter(FileStatus::isFile).map(file -> file.getPath().toString())
			.collect(Collectors.toList());
	}

	private static Examples examples(final JavaSparkContext spark, final SharedNetwork network,
		final List<LayerInfo> layers, final List<String> images, final StorageFiles files)
	{
		if (images.isEmpty()) return new Examples();
		final JavaRDD<String> paths = spark.parallelize(images, images.size());
		final List<String> names = layers.stream().map(LayerInfo::name).collect(Collectors.toList());
		final Examples best = paths.map(path -> {
			try (DeepDream opened = network.deepDream()) {
				final List<LayerInfo> searched = opened.layers().stream().filter(layer -> names.contains(layer.name())).collect(
					Collectors.toList());
				return StoredImage.open(path, opened).map(image -> image.search(opened, searched)).orElseGet(Examples::new);
			}
		}).treeReduce(Examples::merge);
		final Broadcast<Examples> shared = spark.broadcast(best);
		paths.foreach(path -> {
			try (DeepDream opened = network.deepDream()) {
				StoredImage.open(path, opened).ifPresent(image -> image.write(shared.value(), files));
			}
		});
		return best;
	}
}
