package io.deepdream.imagej.job;

import ij.IJ;

import io.deepdream.params.DreamListener;

/** Shows progress in ImageJ's status bar and notes in the log; Esc cancels. Works in Fiji, too. */
public final class ImageJListener implements DreamListener {

	private final RemainingTime remaining = new RemainingTime();
	private String slice = "";

	public ImageJListener() {
		IJ.resetEscape();
		IJ.showStatus("DeepDream: loading the network...");
	}

	@Override
	public boolean isCancelled() {
		return IJ.escapePressed();
	}

	@Override
	public void slice(final int number, final int count) {
		slice = "slice " + number + "/" + count + ", ";
	}

	@Override
	public void progress(final double done, final int octave, final int octaves, final int step, final int steps,
		final double score)
	{
		remaining.update(done, octave, step, System.nanoTime());
		IJ.showStatus(String.format("%soctave %d/%d, step %d/%d%s, %s; Esc cancels", slice, octave, octaves, step, steps,
			Double.isNaN(score) ? "" : String.format(", score %.4g", score), remaining));
		IJ.showProgress(done);
	}

	@Override
	public void loading(final String what) {
		IJ.showStatus("DeepDream: " + what);
	}

	@Override
	public void note(final String sentence) {
		IJ.log("DeepDream: " + sentence);
	}
}
