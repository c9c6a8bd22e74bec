package io.deepdream.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import io.deepdream.image.Pictures;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Pictures from and to ImageJ's processors, whose pixel arrays are wrapped, not copied. */
final class ImagePixels {

	private ImagePixels() {}

	/**
	 * The current plane as it is displayed: through the display range, and through
	 * the lookup table where that is not plain gray.
	 */
	static ArrayImg<FloatType, FloatArray> displayed(final ImagePlus imp) {
		if (imp instanceof CompositeImage && ((CompositeImage) imp).getMode() == CompositeImage.COMPOSITE) return colour(
			new ColorProcessor(imp.getImage()));
		final ImageProcessor ip = imp.getProcessor();
		if (ip instanceof ColorProcessor) return colour((ColorProcessor) ip);
		return isPlainGray(ip.getLut()) ? raw(ip) : colour((ColorProcessor) ip.duplicate().convertToRGB());
	}

	private static boolean isPlainGray(final LUT lut) {
		for (int i = 0; i < lut.getMapSize(); i++)
			if ((lut.getRGB(i) & 0xffffff) != i * 0x010101) return false;
		return true;
	}

	/** The current plane through the display range, whatever its lookup table; colour stays colour. */
	static ArrayImg<FloatType, FloatArray> raw(final ImageProcessor ip) {
		if (ip instanceof ColorProcessor) return colour((ColorProcessor) ip);
		return fromReal(wrap(ip), ip.getMin(), ip.getMax());
	}

	private static ArrayImg<FloatType, FloatArray> colour(final ColorProcessor ip) {
		return Pictures.fromARGB(ArrayImgs.argbs((int[]) ip.getPixels(), ip.getWidth(), ip.getHeight()));
	}

	/** A colour processor of a picture. */
	static ColorProcessor toColour(final ArrayImg<FloatType, FloatArray> picture) {
		final ColorProcessor ip = new ColorProcessor(Pictures.width(picture), Pictures.height(picture));
		Pictures.toARGB(picture, ArrayImgs.argbs((int[]) ip.getPixels(), ip.getWidth(), ip.getHeight()));
		return ip;
	}

	/** A processor of the same type, display range and lookup table as another one. */
	static ImageProcessor toSame(final ArrayImg<FloatType, FloatArray> picture, final ImageProcessor like) {
		if (like instanceof ColorProcessor) return toColour(picture);
		final ImageProcessor ip = like.createProcessor(Pictures.width(picture), Pictures.height(picture));
		ip.setColorModel(like.getColorModel());
		toReal(picture, wrap(ip), like.getMin(), like.getMax());
		ip.setMinAndMax(like.getMin(), like.getMax());
		return ip;
	}

	private static <T extends RealType<T>> ArrayImg<FloatType, FloatArray> fromReal(
		final RandomAccessibleInterval<? extends RealType<?>> source, final double min, final double max)
	{
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<T> typed = (RandomAccessibleInterval<T>) source;
		return Pictures.fromReal(typed, min, max);
	}

	private static <T extends RealType<T>> void toReal(final ArrayImg<FloatType, FloatArray> picture,
		final RandomAccessibleInterval<? extends RealType<?>> target, final double min, final double max)
	{
		@SuppressWarnings("unchecked")
		final RandomAccessibleInterval<T> typed = (RandomAccessibleInterval<T>) target;
		Pictures.toReal(picture, typed, min, max);
	}

	private static RandomAccessibleInterval<? extends RealType<?>> wrap(final ImageProcessor ip) {
		final int w = ip.getWidth();
		final int h = ip.getHeight();
		if (ip instanceof ByteProcessor) return ArrayImgs.unsignedBytes((byte[]) ip.getPixels(), w, h);
		if (ip instanceof ShortProcessor) return ArrayImgs.unsignedShorts((short[]) ip.getPixels(), w, h);
		if (ip instanceof FloatProcessor) return ArrayImgs.floats((float[]) ip.getPixels(), w, h);
		throw new IllegalArgumentException("no gray image: " + ip.getClass());
	}
}
