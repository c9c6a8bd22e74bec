package io.deepdream.engine.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.deepdream.Shared;
import io.deepdream.engine.Axis;
import io.deepdream.engine.Engines;
import io.deepdream.engine.GradientEngine;
import io.deepdream.engine.GradientFunction;
import io.deepdream.engine.LayerInfo;
import io.deepdream.engine.Region;
import io.deepdream.engine.Term;
import io.deepdream.model.ModelCatalogue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real GoogLeNet against values computed in float64 without TensorFlow. */
class ReferenceTest {

	private static final int SIZE = 224;

	private static JsonObject reference;
	private static GradientEngine engine;
	private static final Map<String, Integer> CHANNELS = new HashMap<>();

	@BeforeAll
	static void open() throws IOException {
		reference = JsonParser.parseString(Files.readString(Shared.file("reference/googlenet-bvlc-reference.json")))
			.getAsJsonObject();
		engine = Engines.open(ModelCatalogue.find(Shared.googleNet()));
		for (final LayerInfo layer : engine.layers())
			CHANNELS.put(layer.name(), layer.channels());
	}

	@AfterAll
	static void close() {
		if (engine != null) engine.close();
	}

	/** The raster's own values: BufferedImage.getRGB would brighten gray ones. */
	private static float[] crop(final String image) throws IOException {
		final BufferedImage whole = ImageIO.read(Shared.file("images/natural/" + image).toFile());
		final Raster raster = whole.getRaster();
		final int x0 = (whole.getWidth() - SIZE) / 2;
		final int y0 = (whole.getHeight() - SIZE) / 2;
		final float[] result = new float[3 * SIZE * SIZE];
		for (int i = 0; i < result.length; i++)
			result[i] = raster.getSample(x0 + i / 3 % SIZE, y0 + i / 3 / SIZE, raster.getNumBands() == 1 ? 0 : i % 3);
		return result;
	}

	private static Region all(final String layer, final boolean mean) {
		final int n = engine.extent(layer, Axis.WIDTH, SIZE).positions();
		return new Region(0, 0, n, n, mean ? 1f / n / n : 1);
	}

	@Test
	void fiftyDirectionalDerivatives() throws IOException {
		for (final JsonElement element : reference.getAsJsonObject("directional_derivatives").getAsJsonArray("cases")) {
			final JsonObject test = element.getAsJsonObject();
			final String layer = test.get("layer").getAsString();
			final float[] weights = new float[CHANNELS.get(layer)];
			if (test.get("channel").isJsonNull()) Arrays.fill(weights, 1f / weights.length);
			else weights[test.get("channel").getAsInt()] = 1;
			final boolean square = test.get("objective").getAsString().equals("mean_square");
			final float[] x = crop(test.get("image").getAsString());
			final float[] g = new float[x.length];
			final double score;
			try (GradientFunction f = engine.compile(List.of(new Term(layer, weights, square)))) {
				score = f.evaluate(x, SIZE, SIZE, List.of(all(layer, true)), g);
			}
			final String what = test.get("image").getAsString() + " " + layer;
			final double expectedScore = test.get("score").getAsDouble();
			assertEquals(expectedScore, score, 1e-3 * Math.abs(expectedScore), what);
			final JsonArray expected = test.getAsJsonArray("derivatives");
			double largest = 0;
			for (final JsonElement d : expected)
				largest = Math.max(largest, Math.abs(d.getAsDouble()));
			for (int k = 0; k < expected.size(); k++) {
				double actual = 0;
				for (int i = 0; i < g.length; i++)
					actual += g[i] * Math.sin(0.37 * (k + 1) + 0.013 * (k + 1) * i);
				assertEquals(expected.get(k).getAsDouble(), actual, 1e-3 * largest, what + " direction " + k);
			}
		}
	}

	/** The first eight values are channels 0 to 7 of the top left position. */
	@Test
	void activationsOfEveryLayer() throws IOException {
		for (final Map.Entry<String, JsonElement> image : reference.getAsJsonObject("activations").entrySet()) {
			final float[] x = crop(image.getKey());
			final float[] g = new float[x.length];
			for (final Map.Entry<String, JsonElement> entry : image.getValue().getAsJsonObject().entrySet()) {
				final String layer = entry.getKey();
				// a sixth of the layers: one compiled function each takes long
				if (Math.floorMod(layer.hashCode(), 6) != 0) continue;
				final JsonObject expected = entry.getValue().getAsJsonObject();
				final JsonArray shape = expected.getAsJsonArray("shape");
				assertEquals(shape.get(2).getAsInt(), CHANNELS.get(layer), layer);
				assertEquals(shape.get(0).getAsInt(), engine.extent(layer, Axis.HEIGHT, SIZE).positions(), layer);
				final double l2 = expected.get("l2").getAsDouble();
				final float[] ones = new float[CHANNELS.get(layer)];
				Arrays.fill(ones, 1);
				try (GradientFunction f = engine.compile(List.of(new Term(layer, ones, true)))) {
					assertEquals(l2, Math.sqrt(f.evaluate(x, SIZE, SIZE, List.of(all(layer, false)), g)), 1e-3 * l2, layer);
				}
				final float[] third = new float[ones.length];
				third[2] = 1;
				try (GradientFunction f = engine.compile(List.of(new Term(layer, third, false)))) {
					final double value = expected.getAsJsonArray("first8").get(2).getAsDouble();
					assertEquals(value, f.evaluate(x, SIZE, SIZE, List.of(new Region(0, 0, 1, 1, 1)), g), 1e-3 * Math.max(1, Math
						.abs(value)), layer);
				}
			}
		}
	}

	@Test
	void namesStridesAndReceptiveFieldsOfInception5h() throws IOException {
		final Map<String, LayerInfo> found = new HashMap<>();
		for (final LayerInfo layer : engine.layers())
			found.put(layer.name(), layer);
		int compared = 0;
		for (final String line : Files.readAllLines(Shared.file("facts/inception5h_layers.tsv"))) {
			final String[] cells = line.split("\t");
			if (cells[0].equals("layer") || !found.containsKey(cells[0])) continue;
			assertEquals(Integer.parseInt(cells[3]), found.get(cells[0]).stride(), cells[0]);
			assertEquals(Integer.parseInt(cells[4]), found.get(cells[0]).receptiveField(), cells[0]);
			compared++;
		}
		assertTrue(compared > 100, "compared only " + compared);
	}
}
