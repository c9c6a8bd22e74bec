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

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Optimizer;
import io.deepdream.params.Parameter;

/** The settings of a picture in blocks: those of a dream that need no whole picture, the side of blocks, and the checkpoints. */
final class PictureSettings {

	/** Parameters that cannot be changed, and the reasons. */
	private enum Fixed {
		START("this job dreams a stored picture"),
		GUIDE("guides are not supported by this job"),
		SMOOTH("its pyramid needs the whole picture at once"),
		VARIATIONS("this job dreams a stored picture"),
		MODE("this job works tile by tile"),
		SLICES("this job dreams one picture"),
		COHERENCE("this job dreams one picture"),
		EDGE("a stored picture has no selection"),
		TYPE("the result is written as RGB or gray"),
		OUTPUT("the second path names the output"),
		SAVE("the second path names the output");

		private final String reason;

		Fixed(final String reason) {
			this.reason = reason;
		}
	}

	private final DreamParams params;
	private final int block;
	private final int checkpoint;

	/**
	 * @param block side of a block, in pixels
	 * @param checkpoint steps between two checkpoints
	 * @throws DreamException for a parameter that needs the whole picture
	 */
	PictureSettings(final DreamParams params, final int block, final int checkpoint) {
		for (final Fixed fixed : Fixed.values()) {
			final Parameter p = Parameter.valueOf(fixed.name());
			if (!params.value(p).equals(p.defaultValue())) throw new DreamException(p.key() + "=" + params.get(p) +
				" cannot be used for a picture in blocks, because " + fixed.reason + ": remove it.");
		}
		if (params.choice(Parameter.OPTIMIZER, Optimizer.class) == Optimizer.PRECONDITIONED) throw new DreamException(
			"optimizer=preconditioned cannot be used for a picture in blocks, because its pyramid needs the whole picture at " +
				"once: give optimizer=plain or momentum.");
		this.params = params;
		this.block = block;
		this.checkpoint = checkpoint;
	}

	DreamParams params() {
		return params;
	}

	/** Side of a block, in pixels. */
	int block() {
		return block;
	}

	/** Steps between two checkpoints. */
	int checkpoint() {
		return checkpoint;
	}
}
