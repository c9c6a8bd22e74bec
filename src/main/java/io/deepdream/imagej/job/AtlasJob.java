package io.deepdream.imagej.job;

import java.util.Map;
import java.util.TreeMap;

import ij.ImagePlus;
import ij.ImageStack;

import io.deepdream.DeepDream;
import io.deepdream.DreamListener;
import io.deepdream.DreamParams;
import io.deepdream.Parameter;
import io.deepdream.imagej.job.Job.Display;
import io.deepdream.imagej.pixels.SaveFile;

/** A layer's channels as a stack of pictures. Knows no window. */
final class AtlasJob {

	/** As far as files are concerned, whose kinds depend on there being one slice or more. */
	private static final int SEVERAL = 2;

	private AtlasJob() {}

	/** As {@link Job#run}; the input is not looked at. When stopped, the stack has what was finished. */
	static ImagePlus run(final ImagePlus input, final DreamParams params, final DreamListener listener,
		final Display display)
	{
		final SaveFile save = SaveFile.of(params.get(Parameter.SAVE), SEVERAL);
		try (DeepDream deepDream = DeepDream.open(params.get(Parameter.MODEL), listener)) {
			final Map<Integer, ChannelPicture> pictures = new TreeMap<>();
			ChannelPictures.each(deepDream, params, listener, picture -> pictures.put(picture.channel(), picture));
			if (pictures.isEmpty()) return null;
			final ImageStack stack = new ImageStack(params.whole(Parameter.WIDTH), params.whole(Parameter.HEIGHT));
			for (final ChannelPicture picture : pictures.values())
				stack.addSlice(picture.label(), picture.pixels());
			final ImagePlus result = new ImagePlus("Channels of " + deepDream.layer(params).name(), stack);
			result.setProperty("Info", Provenance.of(deepDream, params, null));
			display.show(result);
			save.write(result);
			return result;
		}
		catch (final OutOfMemoryError exc) {
			throw DreamJob.outOfMemory(exc);
		}
	}
}
