package io.deepdream.imagej.job;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.deepdream.params.DreamException;
import io.deepdream.params.MacroOptions;
import io.deepdream.params.Nearest;

/**
 * What is to be done with networks, as a macro writes it:
 *
 * <pre>
 * action=list
 * action=install model=inception5h
 * action=import file=[/some/network.pb] model=my-network order=BGR mean=104,117,123 layer=conv4
 * action=remove model=my-network
 * </pre>
 *
 * All but {@code action}, {@code file} and {@code model} are what a model's
 * properties file has; what is left out of them is found or guessed.
 */
public final class ModelRequest {

	public static final String ACTION = "action";
	public static final String MODEL = "model";
	public static final String FILE = "file";
	static final List<String> ACTIONS = List.of("list", "install", "import", "remove");
	/** Keys that a model's properties have too. */
	static final List<String> PROPERTIES = List.of("input", "order", "range", "mean", "std", "scale", "layer", "licence",
		"citation");

	private final Map<String, String> values = new LinkedHashMap<>();

	private ModelRequest(final Map<String, String> given) {
		final List<String> keys = new ArrayList<>(Arrays.asList(ACTION, MODEL, FILE));
		keys.addAll(PROPERTIES);
		for (final Map.Entry<String, String> e : given.entrySet()) {
			if (!keys.contains(e.getKey())) throw new DreamException("Unknown key \"" + e.getKey() + "\"; did you mean \"" +
				Nearest.to(e.getKey(), keys) + "\"? The keys are " + String.join(", ", keys) + ".");
			if (!e.getValue().trim().isEmpty()) values.put(e.getKey(), e.getValue().trim());
		}
		if (!ACTIONS.contains(action())) throw new DreamException("action=" + action() + " is not allowed: give one of " +
			String.join(", ", ACTIONS) + ".");
	}

	/**
	 * @param options empty = list
	 * @throws DreamException for an unknown key or action
	 */
	public static ModelRequest parse(final String options) {
		return new ModelRequest(MacroOptions.parse(options));
	}

	/** The same from keys and values; empty values count as left out. */
	public static ModelRequest of(final Map<String, String> values) {
		return new ModelRequest(values);
	}

	public String action() {
		return values.getOrDefault(ACTION, ACTIONS.get(0));
	}

	/** A name; empty = left out. */
	public String model() {
		return values.getOrDefault(MODEL, "");
	}

	/** A file or folder; empty = left out. */
	String file() {
		return values.getOrDefault(FILE, "");
	}

	/** What was said of the network. */
	Properties properties() {
		final Properties properties = new Properties();
		for (final String key : PROPERTIES)
			if (values.containsKey(key)) properties.setProperty(key, values.get(key));
		return properties;
	}

	/** Everything that was given, in its order. */
	public Map<String, String> values() {
		return new LinkedHashMap<>(values);
	}
}
