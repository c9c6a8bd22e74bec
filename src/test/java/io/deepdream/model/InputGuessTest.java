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
package io.deepdream.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layer names of published networks, and the input that their authors document. */
class InputGuessTest {

	@ParameterizedTest
	@CsvSource(value = { "mixed4d_3x3_bottleneck_pre_relu/conv|RGB|117|", "densenet121/conv4_block13_concat/concat|RGB||0, 1",
		"inception_v3/mixed5/concat|RGB||-1, 1", "InceptionV3/InceptionV3/Mixed_7c/concat|RGB||-1, 1",
		"InceptionResnetV2/Conv2d_1a_3x3/Relu|RGB||-1, 1", "mixed10/concat|RGB||-1, 1",
		"mobilenetv2_1.00_224/block_8_project/Conv2D|RGB||-1, 1", "xception/block14_sepconv2_act/Relu|RGB||-1, 1",
		"resnet50v2/conv4_block1_3_conv/Conv2D|RGB||-1, 1", "resnet_v2_50/block1/unit_1/bottleneck_v2/preact/Relu|RGB||-1, 1",
		"vgg_16/conv1/conv1_1/Relu|RGB|123.68, 116.779, 103.939|", "resnet_v1_50/conv1/Relu|RGB|123.68, 116.779, 103.939|",
		"vgg16/block5_conv3/Relu|BGR|103.939, 116.779, 123.68|", "resnet50/conv4_block1_2_relu/Relu|BGR|103.939, 116.779, 123.68|",
		"res4a_branch2a/Conv2D|BGR|103.939, 116.779, 123.68|", "conv4_2|BGR|103.939, 116.779, 123.68|",
		"inception_4d/3x3_reduce|BGR|104, 117, 123|" }, delimiter = '|')
	void recognisesLayerNames(final String layer, final String order, final String mean, final String range) {
		final Properties p = InputGuess.of(List.of("first", layer), false, 3).properties();
		assertEquals(order, p.getProperty("order", "RGB"));
		// DenseNet's mean is in the units of its range
		if (p.getProperty("std") == null) assertEquals(mean, p.getProperty("mean"));
		else assertEquals("0.485, 0.456, 0.406", p.getProperty("mean"));
		assertEquals(range, p.getProperty("range"));
	}

	@Test
	void unknownLayerNames() {
		final InputGuess guess = InputGuess.of(List.of("a", "conv"), false, 3);
		assertEquals("117", guess.properties().getProperty("mean"));
		assertTrue(guess.reason().startsWith("default"));
	}

	@Test
	void aGraphThatScalesItsInput() {
		assertEquals("0", InputGuess.of(List.of("efficientnetb0/rescaling/mul"), true, 3).properties().getProperty("mean"));
	}

	/** Networks for other images than photographs are not among the known ones, whatever their layers are called. */
	@Test
	void networksForOtherImagesThanPhotographs() {
		final InputGuess guess = InputGuess.of(List.of("block1_conv1"), false, 1);
		assertEquals("0, 1", guess.properties().getProperty("range"));
		assertEquals(1, guess.properties().size());
		assertEquals("0", InputGuess.of(List.of("a"), true, 1).properties().getProperty("mean"));
	}
}
