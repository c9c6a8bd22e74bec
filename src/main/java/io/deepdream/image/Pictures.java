package io.deepdream.image;

import io.deepdream.params.DreamException;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Pictures: RGB in 0..255 as an {@code ArrayImg} of dimensions [3, w, h], channel
 * fastest, so that its float[] is the NHWC tensor of the network and is never
 * rearranged.
 *
 * <pre>
 * ArrayImg&lt;FloatType, FloatArray&gt; picture = Pictures.fromReal(gray16, 0, 4095);
 * float[] nhwc = Pictures.data(picture);
 * </pre>
 */
public final class Pictures {

	private Pictures() {}

	/**
	 * A black picture.
	 *
	 * @throws DreamException above what one array can hold (about 715 megapixels)
	 */
	public static ArrayImg<FloatType, FloatArray> create(final long width, final long height) {
		values(width, height);
		return ArrayImgs.floats(3, width, height);
	}

	/**
	 * How many numbers a picture has.
	 *
	 * @throws DreamException above what one array can hold (about 715 megapixels)
	 */
	public static int values(final long width, final long height) {
		final long values = Math.multiplyExact(Math.multiplyExact(width, height), 3);
		// some virtual machines stop a few elements short of Integer.MAX_VALUE
		if (values > Integer.MAX_VALUE - 8) throw new DreamException("An image of " + width + "x" + height +
			" pixels is more than one array can hold (715 megapixels): crop it or scale it down.");
		return (int) values;
	}

	/** The picture's own values, not a copy. */
	public static float[] data(final ArrayImg<FloatType, FloatArray> picture) {
		return picture.update(null).getCurrentStorageArray();
	}

	public static int width(final ArrayImg<FloatType, FloatArray> picture) {
		return (int) picture.dimension(1);
	}

	public static int height(final ArrayImg<FloatType, FloatArray> picture) {
		return (int) picture.dimension(2);
	}

	/**
	 * Three equal channels from a gray image: min becomes 0 and max 255, values
	 * outside are cut off; NaN becomes 0. With min = max, values above it are 255
	 * and the others 0.
	 *
	 * @param source two-dimensional
	 */
	public static <T extends RealType<T>> ArrayImg<FloatType, FloatArray> fromReal(
		final RandomAccessibleInterval<T> source, final double min, final double max)
	{
		final ArrayImg<FloatType, FloatArray> picture = create(source.dimension(0), source.dimension(1));
		final float[] data = data(picture);
		final Cursor<T> cursor = Views.flatIterable(source).cursor();
		for (int i = 0; i < data.length; i += 3) {
			final float value = toDisplay(cursor.next().getRealDouble(), min, max);
			data[i] = data[i + 1] = data[i + 2] = value;
		}
		return picture;
	}

	private static float toDisplay(final double value, final double min, final double max) {
		if (Double.isNaN(value)) return 0;
		if (!(max > min)) return value > min ? 255 : 0;
		return (float) Math.max(0, Math.min(255, (value - min) / (max - min) * 255));
	}

	/**
	 * From a colour image; alpha is ignored.
	 *
	 * @param source two-dimensional
	 */
	public static ArrayImg<FloatType, FloatArray> fromARGB(final RandomAccessibleInterval<ARGBType> source) {
		final ArrayImg<FloatType, FloatArray> picture = create(source.dimension(0), source.dimension(1));
		final float[] data = data(picture);
		final Cursor<ARGBType> cursor = Views.flatIterable(source).cursor();
		for (int i = 0; i < data.length; i += 3) {
			final int argb = cursor.next().get();
			data[i] = ARGBType.red(argb);
			data[i + 1] = ARGBType.green(argb);
			data[i + 2] = ARGBType.blue(argb);
		}
		return picture;
	}

	/**
	 * Writes a picture into a colour image of the same size, rounded, cut off at 0
	 * and 255, opaque.
	 */
	public static void toARGB(final ArrayImg<FloatType, FloatArray> picture,
		final RandomAccessibleInterval<ARGBType> target)
	{
		final float[] data = data(picture);
		final Cursor<ARGBType> cursor = Views.flatIterable(target).cursor();
		for (int i = 0; i < data.length; i += 3)
			cursor.next().set(ARGBType.rgba(data[i], data[i + 1], data[i + 2], 255));
	}

	/**
	 * Writes the mean of a picture's channels into a gray image of the same size: 0
	 * becomes min and 255 becomes max; whole-number types are rounded and cut off
	 * at their range.
	 */
	public static <T extends RealType<T>> void toReal(final ArrayImg<FloatType, FloatArray> picture,
		final RandomAccessibleInterval<T> target, final double min, final double max)
	{
		final float[] data = data(picture);
		final Cursor<T> cursor = Views.flatIterable(target).cursor();
		for (int i = 0; i < data.length; i += 3) {
			final T pixel = cursor.next();
			final double gray = ((double) data[i] + data[i + 1] + data[i + 2]) / 3;
			double value = min + gray / 255 * (max - min);
			if (!(pixel instanceof FloatType)) value = Math.max(pixel.getMinValue(), Math.min(pixel.getMaxValue(), Math
				.rint(value)));
			pixel.setReal(value);
		}
	}

	/** Cuts values off at 0 and 255, the range of every network's input. */
	public static void clamp(final ArrayImg<FloatType, FloatArray> picture) {
		final float[] data = data(picture);
		for (int i = 0; i < data.length; i++)
			data[i] = Math.max(0, Math.min(255, data[i]));
	}

	/** Rounds values to whole grey levels. */
	public static void round(final ArrayImg<FloatType, FloatArray> picture) {
		final float[] data = data(picture);
		for (int i = 0; i < data.length; i++)
			data[i] = (float) Math.rint(data[i]);
	}

	/**
	 * The tutorial's way to show an unbounded picture: scaled to mean 0.5 and
	 * standard deviation 0.1 of full scale, then cut off.
	 */
	public static void standardise(final ArrayImg<FloatType, FloatArray> picture) {
		final float[] data = data(picture);
		final Moments moments = Moments.of(data, data.length);
		final double scale = 0.1 * 255 / Math.max(moments.std(), 1e-4 * 255);
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (0.5 * 255 + (data[i] - moments.mean()) * scale);
		clamp(picture);
	}
}
