package io.deepdream.imagej.job;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.deepdream.DeepDream;
import io.deepdream.DreamListener;
import io.deepdream.DreamParams;
import io.deepdream.engine.LayerInfo;
import io.deepdream.imagej.pixels.ImagePixels;

/** Pictures of channels: those that are kept at once, then the others as they are rendered. */
public final class ChannelPictures {

	private ChannelPictures() {}

	/**
	 * @param params of the atlas task; its model is not looked at
	 * @param found receives every picture, on this thread
	 * @return whether all came: false if the listener said stop
	 * @throws io.deepdream.DreamException for what the user can mend
	 */
	public static boolean each(final DeepDream deepDream, final DreamParams params, final DreamListener listener,
		final Consumer<ChannelPicture> found)
	{
		final LayerInfo layer = deepDream.layer(params);
		final PictureCache cache = new PictureCache(deepDream.sha256(), layer.name(), params);
		final List<Integer> missing = new ArrayList<>();
		for (final int channel : deepDream.channels(params)) {
			if (listener.isCancelled()) return false;
			final ChannelPicture kept = cache.get(channel);
			if (kept == null) missing.add(channel);
			else found.accept(kept);
		}
		return missing.isEmpty() || deepDream.renderChannels(layer, missing, params, listener, (channel, picture,
			score) -> {
			final ChannelPicture rendered = new ChannelPicture(channel, ImagePixels.toColour(picture), score);
			cache.put(rendered);
			found.accept(rendered);
		});
	}
}
