package io.deepdream.imagej.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.deepdream.DeepDream;
import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.pixels.ImagePixels;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;

/** Provides pictures of channels: first those in the cache, then the others as they are rendered. */
public final class ChannelPictures {

	private ChannelPictures() {}

	/**
	 * @param params of the atlas task; the model in it is ignored
	 * @param found receives each picture, on the calling thread
	 * @return false if the listener cancelled
	 * @throws io.deepdream.params.DreamException for errors that the user can correct
	 */
	public static boolean each(final DeepDream deepDream, final DreamParams params, final DreamListener listener,
		final Consumer<ChannelPicture> found)
	{
		final LayerInfo layer = deepDream.layer(params);
		final PictureCache cache = new PictureCache(deepDream.sha256(), layer.name(), params);
		final List<Integer> missing = new ArrayList<>();
		for (final int channel : deepDream.channels(params)) {
			if (listener.isCancelled()) return false;
			final ChannelPicture cached = cache.get(channel);
			if (cached == null) missing.add(channel);
			else found.accept(cached);
		}
		return missing.isEmpty() || deepDream.renderChannels(layer, missing, params, listener, (channel, picture,
			score) -> {
			final ChannelPicture rendered = new ChannelPicture(channel, ImagePixels.toColour(picture), score);
			cache.put(rendered);
			found.accept(rendered);
		});
	}
}
