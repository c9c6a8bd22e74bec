package io.deepdream.train;

import io.deepdream.params.DreamListener;
import io.deepdream.params.DreamParams;
import io.deepdream.dream.Dreamer;
import io.deepdream.dream.Objective;
import io.deepdream.engine.AvailableMemory;
import io.deepdream.engine.GradientEngine;
import io.deepdream.image.Pictures;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * How well a student dreams in its teacher's eyes: log(T(student's dream) /
 * T(start)) / log(T(teacher's dream) / T(start)), where T is the teacher's mean
 * square at the layer that both climb. 1 = as much as the teacher itself.
 */
final class LogRise {

	private static final DreamParams PARAMS = DreamParams.parse(
		"octaves=1 iterations=20 step=1.5 normalise=std jitter=16 mode=naive seed=0");

	private LogRise() {}

	/** 20 steps of 1.5/std along a layer's mean square. */
	static ArrayImg<FloatType, FloatArray> dream(final GradientEngine engine, final String layer,
		final ArrayImg<FloatType, FloatArray> start)
	{
		return new Dreamer(engine, new Objective(layer, "all", "square", engine.layers()), PARAMS, DreamListener.SILENT,
			AvailableMemory.bytes()).fromPicture(start).picture();
	}

	/** Mean square of a layer's features. */
	static double meanSquare(final GradientEngine engine, final String layer,
		final ArrayImg<FloatType, FloatArray> picture)
	{
		final float[] values = engine.activations(layer, Pictures.data(picture), Pictures.width(picture), Pictures.height(
			picture)).values();
		double sum = 0;
		for (final float value : values)
			sum += (double) value * value;
		return sum / values.length;
	}

	/** @param start what both dreams began with */
	static double of(final GradientEngine teacher, final String layer, final ArrayImg<FloatType, FloatArray> start,
		final ArrayImg<FloatType, FloatArray> byTeacher, final ArrayImg<FloatType, FloatArray> byStudent)
	{
		final double before = meanSquare(teacher, layer, start);
		return Math.log(meanSquare(teacher, layer, byStudent) / before) / Math.log(meanSquare(teacher, layer,
			byTeacher) / before);
	}
}
