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
package io.deepdream.engine;

/** An output of a network: of a SavedModel's signature, or else a last layer of the graph. */
public final class NetworkOutput {

	private final String name;
	private final String layer;
	private final boolean image;
	private final String obstacle;

	private NetworkOutput(final String name, final String layer, final boolean image, final String obstacle) {
		this.name = name;
		this.layer = layer;
		this.image = image;
		this.obstacle = obstacle;
	}

	/**
	 * An output that is a layer.
	 *
	 * @param name in the signature; of other graphs, the name of the layer
	 * @param layer name of one of the engine's layers
	 * @param image whether it is an image, as in segmentation and restoration: in the resolution of the input, or enlarged from
	 *          a coarser layer
	 */
	public static NetworkOutput of(final String name, final String layer, final boolean image) {
		return new NetworkOutput(name, layer, image, "");
	}

	/**
	 * An output that is no layer.
	 *
	 * @param name in the signature
	 * @param obstacle a clause that says why, such as "it has one value for the whole image"
	 */
	public static NetworkOutput withoutLayer(final String name, final String obstacle) {
		return new NetworkOutput(name, "", false, obstacle);
	}

	/** The name in the signature; of other graphs, that of the layer. */
	public String name() {
		return name;
	}

	/** The layer; empty if the output is none. */
	public String layer() {
		return layer;
	}

	/** Whether it is an image, as in segmentation and restoration. */
	public boolean isImage() {
		return image;
	}

	/** Why the output is no layer; empty if it is one. */
	public String obstacle() {
		return obstacle;
	}
}
