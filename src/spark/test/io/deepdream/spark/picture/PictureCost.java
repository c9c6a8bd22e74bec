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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;

import io.deepdream.cli.CommandLine;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.spark.LocalCost;

/**
 * Times the job against the command line in tiled mode, with the same picture and the same settings. Arguments: width,
 * height, repetitions, key=value ...
 */
public final class PictureCost {

	private PictureCost() {}

	public static void main(final String... args) throws Exception {
		final Path folder = Files.createTempDirectory("picture-cost");
		final Path in = folder.resolve("in.tif");
		final ImagePlus image = SampleSky.draw(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
		IJ.saveAsTiff(image, in.toString());
		final List<String> settings = Arrays.asList(args).subList(3, args.length);
		final LocalCost cost = new LocalCost("2g");
		for (int i = 0; i < Integer.parseInt(args[2]); i++) {
			final List<String> plain = new ArrayList<>(List.of(in.toString(), folder.resolve("plain" + i + ".png").toString(),
				"mode=tiled"));
			settings.stream().filter(setting -> !setting.startsWith("block=")).forEach(plain::add);
			final List<String> job = new ArrayList<>(List.of("picture", in.toString(), folder.resolve("spark" + i + ".dzi")
				.toString()));
			job.addAll(settings);
			cost.measure(CommandLine.class, plain, job);
		}
		cost.report();
	}
}
