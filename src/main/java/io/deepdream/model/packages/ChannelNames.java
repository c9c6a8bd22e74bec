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
package io.deepdream.model.packages;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of the channels of an output. */
final class ChannelNames {

	private ChannelNames() {}

	/**
	 * The output that StarDist's export_TF writes: the probability that a pixel belongs to an
	 * object, and the distance to its boundary along each ray. Classes are not exported.
	 *
	 * @param rays number of rays, at least 1
	 */
	static String ofStarDist(final int rays) {
		return join(Stream.concat(Stream.of("probability"), IntStream.rangeClosed(1, rays).mapToObj(ray -> "distance " +
			ray)).collect(Collectors.toList()));
	}

	/**
	 * The output of CARE: restored channels; of a probabilistic network, the mean of each
	 * channel, then the scale of each.
	 *
	 * @param channels number of restored channels, at least 1
	 */
	static String ofCare(final int channels, final boolean probabilistic) {
		return join((probabilistic ? Stream.of("mean", "scale") : Stream.of("restored")).flatMap(name -> channels == 1 ? Stream
			.of(name) : IntStream.rangeClosed(1, channels).mapToObj(c -> name + " " + c)).collect(Collectors.toList()));
	}

	/** In the form of a properties file, where commas separate names. */
	static String join(final List<String> names) {
		return names.stream().map(name -> name.replaceAll("[\\s,]+", " ").trim()).collect(Collectors.joining(", "));
	}
}
