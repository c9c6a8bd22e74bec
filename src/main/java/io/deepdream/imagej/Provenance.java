package io.deepdream.imagej;

import ij.ImagePlus;

import io.deepdream.DeepDream;
import io.deepdream.DreamParams;
import io.deepdream.Parameter;

/** Where a result comes from, for its Info. */
final class Provenance {

	private Provenance() {}

	/**
	 * @param params what was really done
	 * @param input the image that it was done to, whose own Info follows; may be null
	 */
	static String of(final DeepDream deepDream, final DreamParams params, final ImagePlus input) {
		final StringBuilder info = new StringBuilder();
		info.append("DeepDream ").append(Version.get()).append('\n');
		info.append("DeepDream parameters: ").append(params.toOptions()).append('\n');
		info.append("DeepDream seed: ").append(params.get(Parameter.SEED)).append('\n');
		info.append("DeepDream model: ").append(deepDream.model().name()).append('\n');
		info.append("DeepDream model SHA-256: ").append(deepDream.sha256()).append('\n');
		info.append("DeepDream model licence: ").append(deepDream.model().licence()).append('\n');
		info.append("DeepDream model citation: ").append(deepDream.model().citation()).append('\n');
		info.append("DeepDream engine: ").append(deepDream.engine()).append('\n');
		if (input == null) return info.toString();
		info.append("DeepDream source: ").append(input.getTitle()).append('\n');
		final String before = input.getInfoProperty();
		return before == null ? info.toString() : info + "\n" + before;
	}
}
