package io.deepdream.params.settings;

/** The halo around each tile: a number of pixels, or exactly what the layer's receptive field needs. */
public final class HaloSettings {

	/** As wide as the receptive field, so that the tiled gradient equals that of the whole image. */
	public static final HaloSettings EXACT = new HaloSettings(-1);

	private final int pixels;

	private HaloSettings(final int pixels) {
		this.pixels = pixels;
	}

	public static HaloSettings ofPixels(final int pixels) {
		return new HaloSettings(pixels);
	}

	public boolean isExact() {
		return this == EXACT;
	}

	/** Pixels on each side of a tile; not defined for {@link #EXACT}. */
	public int pixels() {
		if (isExact()) throw new IllegalStateException("an exact halo depends on the layer");
		return pixels;
	}
}
