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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays arrive on other executors as they were. */
class FloatChunksTest {

	@SuppressWarnings("unchecked")
	private static <T> T sent(final T object) throws Exception {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(object);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			return (T) in.readObject();
		}
	}

	private static float[] values(final int count) {
		final float[] values = new float[count];
		final Random random = new Random(count);
		for (int i = 0; i < count; i++)
			values[i] = random.nextInt(5) == 0 ? Float.NaN : (float) random.nextGaussian();
		return values;
	}

	/** Less than a chunk, exactly one, several. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 1 << 14, (1 << 14) + 1, 100_003 })
	void arraysOfAnyLength(final int count) throws Exception {
		final BlockGradient gradient = sent(new BlockGradient(values(count), 2.5));
		assertArrayEquals(values(count), gradient.values);
		assertEquals(2.5, gradient.score);
		final Piece piece = sent(new Piece(1, 2, 3, 4, 5, 6, values(count), 7));
		assertArrayEquals(values(count), piece.values);
		assertEquals("1 2 3 4 5 6 7.0", piece.source + " " + piece.number + " " + piece.x + " " + piece.y + " " + piece.width +
			" " + piece.height + " " + piece.score);
	}

	@Test
	void statesWithAndWithoutVelocity() throws Exception {
		final BlockState state = new BlockState(values(9), true);
		state.velocity[3] = 4;
		assertArrayEquals(values(9), sent(state).pixels);
		assertArrayEquals(new float[] { 0, 0, 0, 4, 0, 0, 0, 0, 0 }, sent(state).velocity);
		assertNull(sent(new BlockState(values(9), false)).velocity);
	}
}
