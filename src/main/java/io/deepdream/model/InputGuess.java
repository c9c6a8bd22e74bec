package io.deepdream.model;

import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What a network expects of a picture, as far as the names of its layers tell:
 * networks come from few makers, each with habits of their own. A guess, which is
 * told as one.
 */
public final class InputGuess {

	private static final List<Rule> RULES = List.of(
		new Rule("mixed4[a-e]_\\dx\\d|mixed4[a-e]_pool_reduce", "those of Inception5h", "mean", "117"),
		new Rule("densenet|conv\\d_block1_concat|conv5_block16_", "those of DenseNet", "range", "0, 1", "mean",
			"0.485, 0.456, 0.406", "std", "0.229, 0.224, 0.225"),
		new Rule("inception_?v[1-4]|inception_?resnet|(^|/)mixed_?(10|7[a-c])", "those of Inception", "range", "-1, 1"),
		new Rule("mobilenet|block_\\d+_depthwise|nasnet|xception|block14_sepconv", "those of MobileNet, NASNet or Xception",
			"range", "-1, 1"),
		new Rule("resnet_?v2|resnet\\d+v2|preact", "those of ResNet v2", "range", "-1, 1"),
		new Rule("(^|/)(vgg_(16|19|a)|resnet_v1_\\d+)/", "those of TF-Slim's VGG or ResNet", "mean",
			"123.68, 116.779, 103.939"),
		new Rule("block[1-5]_conv[1-4]|conv[2-5]_block\\d+_[0-3]_|res[2-5][a-f]_branch|(^|/)conv[1-5]_[1-4]($|/)",
			"those of VGG or ResNet as Caffe and Keras have them", "order", "BGR", "mean", "103.939, 116.779, 123.68"),
		new Rule("inception_[345][a-e]|conv1/7x7_s2", "those of Caffe's GoogLeNet", "order", "BGR", "mean", "104, 117, 123"));

	private final Properties properties = new Properties();
	private final String reason;

	private InputGuess(final String reason, final String... keysAndValues) {
		this.reason = reason;
		for (int i = 0; i < keysAndValues.length; i += 2)
			properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
	}

	/**
	 * @param layers names of the network's layers
	 * @param scalesItself whether the graph begins with arithmetic on the picture's
	 *          three channels
	 */
	public static InputGuess of(final Collection<String> layers, final boolean scalesItself) {
		if (scalesItself) return new InputGuess("the graph scales the picture by itself", "mean", "0");
		for (final Rule rule : RULES)
			if (layers.stream().anyMatch(layer -> rule.names.matcher(layer).find())) return new InputGuess("guessed: the names " +
				"of its layers are " + rule.source, rule.keysAndValues);
		return new InputGuess("assumed, since nothing in the graph tells", "mean", "117");
	}

	/** Some of order, range, mean and std, as {@link ModelSpec} reads them. */
	public Properties properties() {
		return (Properties) properties.clone();
	}

	/** Why, to be told beside it. */
	public String reason() {
		return reason;
	}

	private static final class Rule {

		private final Pattern names;
		private final String source;
		private final String[] keysAndValues;

		private Rule(final String names, final String source, final String... keysAndValues) {
			this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
			this.source = source;
			this.keysAndValues = keysAndValues;
		}
	}
}
