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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.spark.api.java.JavaSparkContext;

import io.deepdream.DeepDream;
import io.deepdream.dream.Dream;
import io.deepdream.image.Picture;
import io.deepdream.image.Size;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.spark.cluster.SharedNetwork;
import io.deepdream.spark.pyramid.LocalSpark;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture in blocks is dreamed as one machine dreams it. */
class PictureDreamTest {

	private static JavaSparkContext spark;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		spark = LocalSpark.start();
	}

	@AfterAll
	static void stop() {
		spark.close();
	}

	private Picture inBlocks(final Picture picture, final String options, final int block, final int checkpoint,
		final List<String> log)
	{
		final DreamParams params = DreamParams.parse(options);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final Picture result = Picture.create(picture.width(), picture.height());
		new PictureDream(spark, SharedNetwork.of(spark, "compact-inception"), new PictureSettings(params, block, checkpoint),
			new PictureInMemory(picture), new PrintStream(out, true)).run(folder.resolve("checkpoints").toString(), 100, (grid,
				blocks) -> blocks.collect().forEach(t -> {
					assertEquals(new Size(grid.width(t._1), grid.height(t._1)), t._2.size());
					result.insert(t._2, grid.x(t._1), grid.y(t._1));
				}));
		out.toString(StandardCharsets.UTF_8).lines().forEach(log::add);
		return result;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"403|307|150|1|layer=mixed3a tile=64 overlap=exact octaves=3 iterations=3", //
		"403|307|150|2|layer=mixed3a tile=64 overlap=16 octaves=2 iterations=3 optimizer=momentum normalise=mean", //
		"200|307|1000|1|layer=mixed3a tile=64 overlap=exact octaves=2 iterations=2 blend=0.2 colours=original", //
		"403|307|64|2|layer=mixed3a tile=64 overlap=exact octaves=2 iterations=2 jitter=0", //
		"243|211|64|5|layer=mixed3a tile=64 overlap=exact octaves=3 iterations=2 seamless=true seed=5", //
	})
	void equalsOneMachine(final int width, final int height, final int block, final int checkpoint, final String options)
		throws Exception
	{
		final Picture picture = PictureInMemory.pattern(width, height);
		final List<String> log = new ArrayList<>();
		final Picture blocks = inBlocks(picture, options, block, checkpoint, log);
		try (DeepDream deepDream = DeepDream.open("compact-inception")) {
			final Dream dream = deepDream.dream(picture, DreamParams.parse(options), DreamListener.SILENT);
			final float[] x = dream.picture().data();
			float worst = 0;
			float changed = 0;
			for (int i = 0; i < x.length; i++) {
				worst = Math.max(worst, Math.abs(x[i] - blocks.data()[i]));
				changed = Math.max(changed, Math.abs(x[i] - picture.data()[i]));
			}
			assertTrue(changed > 5, options + ": " + changed);
			// the tiles are the same, and are added in the same order
			assertTrue(worst <= 1e-3, options + ": " + worst);
			assertEquals(dream.scores().size(), log.size());
			assertEquals(new Size(width, height), dream.picture().size());
		}
		assertFalse(Files.exists(folder.resolve("checkpoints")));
	}
}
