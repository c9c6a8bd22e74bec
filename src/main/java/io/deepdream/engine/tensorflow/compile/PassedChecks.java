package io.deepdream.engine.tensorflow.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.tensorflow.TensorFlow;
import org.tensorflow.proto.GraphDef;

import com.google.protobuf.CodedOutputStream;

import io.deepdream.engine.tensorflow.rewrite.ConvolutionKernels;
import io.deepdream.engine.loading.ThisMachine;
import io.deepdream.model.Sha256;

/**
 * The graphs that have passed their {@link SelfCheck} on this machine, in a file: a
 * line for each, with a checksum of the graph and of all that decides how it is
 * computed. A line that is missing, damaged or of another machine only costs a
 * check.
 */
final class PassedChecks {

	private static final String NAME = "checked-gradients.txt";
	/** About a year's; then the file starts anew. */
	private static final int MAX_LINES = 2000;
	/** What their documentation lets choose other code by. */
	private static final String SWITCHES = "(TF|DNNL|ONEDNN|MKL|OMP|KMP)_.*";
	/** What was passed: changes with what {@link SelfCheck} asks for. */
	private static final String CHECK = "random directions, too";

	private final Path file;
	private final String machine;
	private final CheckOutcomes outcomes = new CheckOutcomes();

	/** @param folder of this user, which need not exist */
	PassedChecks(final Path folder) {
		this(folder, machine());
	}

	/** @param machine what else must be the same */
	PassedChecks(final Path folder, final String machine) {
		this(machine, folder.resolve(NAME));
	}

	private PassedChecks(final String machine, final Path file) {
		this.file = file;
		this.machine = machine;
	}

	/** Without a file. */
	static PassedChecks none() {
		return new PassedChecks("", null);
	}

	private static String machine() {
		final Map<String, String> switches = new TreeMap<>(System.getenv());
		switches.keySet().removeIf(name -> !name.matches(SWITCHES));
		return CHECK + " " + TensorFlow.version() + " " + new ThisMachine().processor() + " " + switches +
			" " + ConvolutionKernels.current();
	}

	/** The outcomes in this process, whether passed or not. */
	CheckOutcomes outcomes() {
		return outcomes;
	}

	/** Whether this very graph has passed. */
	boolean has(final GraphDef graph) {
		return file != null && lines().contains(key(graph));
	}

	void add(final GraphDef graph) {
		if (file == null) return;
		try {
			final boolean full = lines().size() >= MAX_LINES;
			Files.write(file, List.of(key(graph)), StandardOpenOption.CREATE, full ? StandardOpenOption.TRUNCATE_EXISTING
				: StandardOpenOption.APPEND);
		}
		catch (final IOException exc) {
			// it will be checked again
		}
	}

	private List<String> lines() {
		try {
			return Files.isReadable(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
		}
		catch (final IOException exc) {
			return List.of();
		}
	}

	private String key(final GraphDef graph) {
		final byte[] bytes = new byte[graph.getSerializedSize()];
		final CodedOutputStream out = CodedOutputStream.newInstance(bytes);
		// attributes are maps, whose order is undefined otherwise
		out.useDeterministicSerialization();
		try {
			graph.writeTo(out);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return Sha256.of((Sha256.of(bytes) + " " + machine).getBytes(StandardCharsets.UTF_8));
	}
}
