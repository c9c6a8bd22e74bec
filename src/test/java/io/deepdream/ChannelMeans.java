package io.deepdream;

import io.deepdream.engine.Activations;

/** Mean activation of each channel of a layer. */
public final class ChannelMeans {

	private ChannelMeans() {}

	public static float[] of(final Activations activations) {
		final float[] means = new float[activations.channels()];
		for (int i = 0; i < activations.values().length; i++)
			means[i % means.length] += activations.values()[i] / (activations.width() * activations.height());
		return means;
	}
}
