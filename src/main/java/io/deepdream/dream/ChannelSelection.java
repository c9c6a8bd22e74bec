package io.deepdream.dream;

import java.util.Arrays;

import io.deepdream.params.DreamException;

/**
 * Reads which channels of a layer are meant, and how much each of them: {@code all}, {@code 139}, {@code 3-7},
 * {@code 3;9}, {@code 139*1;20*-0.5}. With weights it is a direction among the layer's channels.
 */
final class ChannelSelection {

	private ChannelSelection() {}

	/** Whether the text means every channel, of whatever layer. */
	static boolean isAll(final String text) {
		return text.trim().equalsIgnoreCase("all");
	}

	/**
	 * @param layer for messages
	 * @param count how many channels the layer has
	 * @return a weight for each channel: 0 = not chosen, 1 where none is given
	 * @throws DreamException if the text cannot be read or a channel does not exist
	 */
	static float[] parse(final String text, final String layer, final int count) {
		final float[] weights = new float[count];
		if (isAll(text)) {
			Arrays.fill(weights, 1);
			return weights;
		}
		for (final String part : text.split("[;,]")) {
			final String[] rangeAndWeight = part.trim().split("\\s*\\*\\s*", 2);
			final String range = rangeAndWeight[0];
			final float weight = rangeAndWeight.length == 1 ? 1 : weight(rangeAndWeight[1]);
			if (!range.matches("\\d{1,6}(\\s*-\\s*\\d{1,6})?") || !Float.isFinite(weight) || weight == 0) throw new DreamException("channels=" + text +
				" cannot be read: write all, one channel as 139, a range as 3-7, several as 3;9, or with weights other than 0 " +
				"as 3*1;9*-0.5.");
			final String[] ends = range.split("\\s*-\\s*");
			final int from = Integer.parseInt(ends[0]);
			final int to = Integer.parseInt(ends[ends.length - 1]);
			if (from > to) throw new DreamException("channels=" + text + " runs backwards: write the smaller channel first, " +
				to + "-" + from + ".");
			if (to >= count) throw new DreamException("Layer " + layer + " has no channel " + to + ": its channels are 0 to " +
				(count - 1) + ".");
			Arrays.fill(weights, from, to + 1, weight);
		}
		return weights;
	}

	/** NaN if it is no number. */
	private static float weight(final String text) {
		try {
			return Float.parseFloat(text);
		}
		catch (final NumberFormatException exc) {
			return Float.NaN;
		}
	}
}
