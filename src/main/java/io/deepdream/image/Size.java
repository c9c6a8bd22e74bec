package io.deepdream.image;

/** Width and height of a picture, in pixels. */
public final class Size {

	private final int width;
	private final int height;

	public Size(final int width, final int height) {
		this.width = width;
		this.height = height;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	public long pixels() {
		return (long) width * height;
	}

	public int shorterSide() {
		return Math.min(width, height);
	}

	public int longerSide() {
		return Math.max(width, height);
	}

	/** Both sides multiplied and rounded; may be 0. */
	public Size scaled(final double factor) {
		return new Size((int) Math.round(width * factor), (int) Math.round(height * factor));
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Size && width == ((Size) other).width && height == ((Size) other).height;
	}

	@Override
	public int hashCode() {
		return 31 * width + height;
	}

	@Override
	public String toString() {
		return width + "x" + height;
	}
}
