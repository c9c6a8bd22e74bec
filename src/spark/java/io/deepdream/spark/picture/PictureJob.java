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

import java.io.PrintStream;
import java.util.List;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

import io.deepdream.DeepDream;
import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.spark.cluster.SharedNetwork;
import io.deepdream.spark.cluster.SparkArguments;
import io.deepdream.spark.cluster.SparkJob;
import io.deepdream.spark.pyramid.PictureSink;
import io.deepdream.spark.pyramid.PictureSinks;
import io.deepdream.spark.pyramid.PictureSource;
import io.deepdream.spark.pyramid.PictureSources;

/** Dreams one picture that need not fit in the memory of a machine. */
public final class PictureJob implements SparkJob {

	private static final String BLOCK = "block";
	private static final String CHECKPOINT = "checkpoint";
	private static final int DEFAULT_BLOCK = 1024;
	private static final int MIN_BLOCK = 64;
	private static final int MAX_BLOCK = 8192;
	private static final int MAX_STEPS = 1000;
	/** Side of the blocks of the output: a multiple of the tiles of a Deep Zoom pyramid. */
	private static final int OUTPUT_BLOCK = 1024;

	@Override
	public String key() {
		return "picture";
	}

	@Override
	public String usage() {
		return "IN OUT";
	}

	@Override
	public DreamParams defaults() {
		return DreamParams.defaults();
	}

	@Override
	public List<String> options() {
		return List.of(BLOCK, CHECKPOINT);
	}

	@Override
	public int run(final JavaSparkContext spark, final SparkArguments arguments, final PrintStream out) {
		final String target = arguments.operands().get(1);
		final PictureSettings settings = new PictureSettings(arguments.params(), whole(arguments, BLOCK, DEFAULT_BLOCK, MIN_BLOCK,
			MAX_BLOCK), whole(arguments, CHECKPOINT, 1, 1, MAX_STEPS));
		final PictureSink sink = PictureSinks.of(spark, target);
		sink.requireAbsent();
		final SharedNetwork network = SharedNetwork.of(spark, arguments.params().get(Parameter.MODEL));
		if (!network.spec().inputNormalisation().isFixed()) throw new DreamException("The network " + arguments.params().get(
			Parameter.MODEL) + " normalises each image by all of its values, which a picture in blocks does not have at once: " +
			"choose another network.");
		final PictureSource source;
		try (DeepDream deepDream = network.deepDream()) {
			deepDream.check(arguments.params());
			source = PictureSources.open(spark, arguments.operands().get(0)).withChannels(deepDream.inputChannels());
		}
		new PictureDream(spark, network, settings, source, out).run(target.replaceFirst("/+$", "") + ".checkpoints",
			OUTPUT_BLOCK, (grid, blocks) -> sink.write(grid, blocks.persist(StorageLevel.DISK_ONLY())));
		out.println("Written: " + target);
		return 0;
	}

	private static int whole(final SparkArguments arguments, final String key, final int defaultValue, final int min,
		final int max)
	{
		final String text = arguments.settings().stream().filter(setting -> setting.startsWith(key + "=")).map(
			setting -> setting.substring(key.length() + 1)).reduce(Integer.toString(defaultValue), (before, last) -> last);
		if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) return Integer.parseInt(
			text);
		throw new DreamException(key + "=" + text + " is not allowed: give a whole number from " + min + " to " + max + ".");
	}
}
