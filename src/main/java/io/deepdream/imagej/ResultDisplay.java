package io.deepdream.imagej;

import java.awt.GraphicsEnvironment;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

import io.deepdream.params.DreamParams;
import io.deepdream.imagej.channels.ActivationsWindow;
import io.deepdream.imagej.job.ActivationsJob;
import io.deepdream.imagej.job.Job;

/** Shows results in ImageJ. */
final class ResultDisplay implements Job.Display {

	@Override
	public void show(final ImagePlus result) {
		result.setTitle(WindowManager.makeUniqueName(result.getTitle()));
		// without a display, show() works in batch mode only
		if (GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode()) WindowManager.setTempCurrentImage(result);
		else result.show();
	}

	@Override
	public void show(final ActivationsJob activations, final ImagePlus source, final DreamParams params) {
		if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) show(activations.maps());
		else ActivationsWindow.open(activations, source, params);
		if (!GraphicsEnvironment.isHeadless()) activations.table().show(activations.maps().getTitle() + " (table)");
	}
}
