package io.deepdream.imagej.job;

import java.util.Map;
import java.util.TreeMap;

import ij.ImagePlus;
import ij.ImageStack;

import io.deepdream.DeepDream;
import io.deepdream.imagej.job.Job.Display;
import io.deepdream.imagej.pixels.SaveFile;
import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** The Channel Atlas command: renders the channels of a layer as a stack. Opens no window. */
final class AtlasJob {

	/** Passed to {@link SaveFile}, so that it requires a file format for stacks. */
	private static final int SEVERAL_SLICES = 2;

	private AtlasJob() {}

	/** Implements {@link Job#run}; ignores the input. If cancelled, the stack contains the finished channels. */
	static ImagePlus run(final ImagePlus input, final DreamParams params, final DreamListener listener,
		final Display display)
	{
		final SaveFile save = SaveFile.of(params.get(Parameter.SAVE), SEVERAL_SLICES);
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
