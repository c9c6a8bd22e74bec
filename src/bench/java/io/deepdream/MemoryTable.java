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
package io.deepdream;

import java.util.Locale;

import io.deepdream.dream.Dream;
import io.deepdream.image.Picture;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/**
 * Prints one row of a table of memory by image size: megapixels, heap in use, native
 * memory. Start Java with a heap of fixed size that is committed at once ({@code -Xms4g
 * -Xmx4g -XX:+AlwaysPreTouch}): resident memory beyond the heap is then native. The
 * command is in docs/tiles.md.
 */
public final class MemoryTable {

	private static final double MB = 1e6;

	private MemoryTable() {}

	/** @param args side of the image in pixels; parameters */
	public static void main(final String... args) {
		final int side = Integer.parseInt(args[0]);
		final Picture picture = Picture.create(side, side);
		final float[] data = picture.data();
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (128 + 100 * Math.sin(0.001 * i) * Math.sin(0.37 * i));
		final long[] heap = new long[1];
		try (DeepDream deepDream = DeepDream.open("compact-inception")) {
			final Dream dream = deepDream.dream(picture, DreamParams.parse(args[1]), new DreamListener() {

				private int tiles;

				@Override
				public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
					final double score)
				{
					if (tiles++ % 50 > 0 && done < 1) return;
					System.gc();
					heap[0] = Math.max(heap[0], Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
				}
			});
			System.out.printf(Locale.ROOT, "%.0f megapixels: heap %.0f MB (%.1f bytes a pixel), native %.0f MB%n", (double) side * side /
				1e6, heap[0] / MB, (double) heap[0] / side / side, (ResidentMemory.peak() - Runtime.getRuntime().totalMemory()) / MB);
			if (dream.picture() == null) throw new IllegalStateException();
		}
	}
}
