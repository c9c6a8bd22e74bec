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

import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

import io.deepdream.image.Picture;

/** Guesses the input convention of a network from its layer names, which are typical of the network's origin. */
public final class InputGuess {

	private static final List<Rule> RULES = List.of(
		new Rule("mixed4[a-e]_\\dx\\d|mixed4[a-e]_pool_reduce", "Inception5h", "mean", "117"),
		new Rule("densenet|conv\\d_block1_concat|conv5_block16_", "DenseNet", "range", "0, 1", "mean",
			"0.485, 0.456, 0.406", "std", "0.229, 0.224, 0.225"),
		new Rule("inception_?v[1-4]|inception_?resnet|(^|/)mixed_?(10|7[a-c])", "Inception", "range", "-1, 1"),
		new Rule("mobilenet|block_\\d+_depthwise|nasnet|xception|block14_sepconv", "MobileNet, NASNet or Xception",
			"range", "-1, 1"),
		new Rule("resnet_?v2|resnet\\d+v2|preact", "ResNet v2", "range", "-1, 1"),
		new Rule("(^|/)(vgg_(16|19|a)|resnet_v1_\\d+)/", "TF-Slim's VGG or ResNet", "mean",
			"123.68, 116.779, 103.939"),
		new Rule("block[1-5]_conv[1-4]|conv[2-5]_block\\d+_[0-3]_|res[2-5][a-f]_branch|(^|/)conv[1-5]_[1-4]($|/)",
			"Caffe's and Keras' VGG or ResNet", "order", "BGR", "mean", "103.939, 116.779, 123.68"),
		new Rule("inception_[345][a-e]|conv1/7x7_s2", "Caffe's GoogLeNet", "order", "BGR", "mean", "104, 117, 123"));

	private final Properties properties = new Properties();
	private final String reason;

	private InputGuess(final String reason, final String... keysAndValues) {
		this.reason = reason;
		for (int i = 0; i < keysAndValues.length; i += 2)
			properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
	}

	/**
	 * @param layers names of the network's layers
	 * @param scalesInput whether the graph begins with arithmetic on the image's channels
	 * @param inputChannels of the network
	 */
	public static InputGuess of(final Collection<String> layers, final boolean scalesInput, final int inputChannels) {
		if (scalesInput) return new InputGuess("the graph scales its input", "mean", "0");
		if (inputChannels != Picture.RGB) return new InputGuess("default: not an RGB network", "range", "0, 1");
		for (final Rule rule : RULES)
			if (layers.stream().anyMatch(layer -> rule.layerNames.matcher(layer).find())) return new InputGuess("guessed: its " +
				"layer names are those of " + rule.origin, rule.keysAndValues);
		return new InputGuess("default: unknown layer names", "mean", "117");
	}

	/** The keys among order, range, mean and std of {@link ModelSpec} that differ from its defaults. */
	public Properties properties() {
		return (Properties) properties.clone();
	}

	/** The reason for the guess, to be shown with it. */
	public String reason() {
		return reason;
	}

	private static final class Rule {

		private final Pattern layerNames;
		private final String origin;
		private final String[] keysAndValues;

		private Rule(final String layerNames, final String origin, final String... keysAndValues) {
			this.layerNames = Pattern.compile(layerNames, Pattern.CASE_INSENSITIVE);
			this.origin = origin;
			this.keysAndValues = keysAndValues;
		}
	}
}
