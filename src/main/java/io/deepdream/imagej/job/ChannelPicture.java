package io.deepdream.imagej.job;

import java.util.Locale;

import ij.process.ColorProcessor;

/** The image that maximises one channel of a layer. */
public final class ChannelPicture {

	private final int channel;
	private final ColorProcessor pixels;
	private final double score;

	/** @param score mean activation of the channel after the last step */
	public ChannelPicture(final int channel, final ColorProcessor pixels, final double score) {
		this.channel = channel;
		this.pixels = pixels;
		this.score = score;
	}

	public int channel() {
		return channel;
	}

	public ColorProcessor pixels() {
		return pixels;
	}

	double score() {
		return score;
	}

	/** For tooltips and slice labels. */
	public String label() {
		return String.format(Locale.ROOT, "channel %d, score %.4g", channel, score);
	}
}
