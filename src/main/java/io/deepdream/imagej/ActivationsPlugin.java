package io.deepdream.imagej;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.util.function.Consumer;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Plot;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;

import io.deepdream.DreamListener;
import io.deepdream.DreamParams;
import io.deepdream.Parameter;
import io.deepdream.Task;

/** Plugins &gt; DeepDream &gt; Activations... */
public final class ActivationsPlugin implements PlugIn {

	@Override
	public void run(final String arg) {
		PluginRun.run("Activations...", ActivationsPlugin::look, WindowManager.getCurrentImage(), new RememberedParams(
			"activations", DreamParams.of(Task.ACTIVATIONS)), DreamDialog.forActivations());
	}

	/** The maps go where every result goes; table and plot beside them where there is a display. */
	static ImagePlus look(final ImagePlus input, final DreamParams params, final DreamListener listener,
		final Consumer<ImagePlus> finished)
	{
		final ActivationsJob result = ActivationsJob.run(input, params, listener);
		final ImagePlus maps = result.maps();
		if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) finished.accept(maps);
		else {
			maps.setTitle(WindowManager.makeUniqueName(maps.getTitle()));
			plot(result, params.whole(Parameter.STRONGEST)).show();
			new ActivationsWindow(result, input, params.get(Parameter.MODEL));
		}
		if (!GraphicsEnvironment.isHeadless()) result.table().show(maps.getTitle() + " (table)");
		return maps;
	}

	/** Mean of every channel, by number; the strongest in colour. */
	private static Plot plot(final ActivationsJob result, final int count) {
		final double[] channels = new double[result.layer().channels()];
		final double[] means = new double[channels.length];
		for (int c = 0; c < channels.length; c++) {
			channels[c] = c;
			means[c] = result.answers().mean(c);
		}
		final Plot plot = new Plot("Channels of " + result.layer().name(), "Channel", "Mean activation");
		plot.setColor(Color.GRAY);
		plot.add("bar", channels, means);
		final int n = Math.min(count, channels.length);
		final double[] strongest = new double[n];
		final double[] theirs = new double[n];
		for (int i = 0; i < n; i++) {
			strongest[i] = result.ranked().get(i);
			theirs[i] = result.answers().mean(result.ranked().get(i));
		}
		plot.setColor(Color.RED);
		plot.add("circle", strongest, theirs);
		return plot;
	}
}
