package io.deepdream.dream;

import java.util.BitSet;

import io.deepdream.DreamException;

/** Reads which channels of a layer are meant: {@code all}, {@code 139}, {@code 3-7}, {@code 3;9}. */
final class ChannelSelection {

	private ChannelSelection() {}

	/** Whether the text means every channel, of whatever layer. */
	static boolean isAll(final String text) {
		return text.trim().equalsIgnoreCase("all");
	}

	/**
	 * @param layer for messages
	 * @param count how many channels the layer has
	 * @throws DreamException if the text cannot be read or a channel does not exist
	 */
	static BitSet parse(final String text, final String layer, final int count) {
		final BitSet chosen = new BitSet(count);
		if (isAll(text)) {
			chosen.set(0, count);
			return chosen;
		}
		for (final String part : text.split("[;,]")) {
			final String range = part.trim();
			if (!range.matches("\\d{1,6}(\\s*-\\s*\\d{1,6})?")) throw new DreamException("channels=" + text +
				" cannot be read: write all, one channel as 139, a range as 3-7, or several as 3;9.");
			final String[] ends = range.split("\\s*-\\s*");
			final int from = Integer.parseInt(ends[0]);
			final int to = Integer.parseInt(ends[ends.length - 1]);
			if (from > to) throw new DreamException("channels=" + text + " runs backwards: write the smaller channel first, " +
				to + "-" + from + ".");
			if (to >= count) throw new DreamException("Layer " + layer + " has no channel " + to + ": its channels are 0 to " +
				(count - 1) + ".");
			chosen.set(from, to + 1);
		}
		return chosen;
	}
}
