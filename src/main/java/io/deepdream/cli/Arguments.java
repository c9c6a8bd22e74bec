/*-
 * #%L
 * DeepDream and feature visualisation for ImageJ and Fiji
 * %%
 * Copyright (C) 2026 The DeepDream for ImageJ developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.deepdream.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;
import io.deepdream.params.DreamException;

/** Parsed arguments: at most one option, operands and settings {@code key=value}, in any order. */
final class Arguments {

	/** The options that manage networks. */
	static final List<String> MODELS = List.of("--models", "--install", "--import", "--remove");

	private final String option;
	private final List<String> operands = new ArrayList<>();
	private final List<String> settings = new ArrayList<>();

	/** @throws DreamException for an unknown option or several options */
	Arguments(final String... args) {
		final CommandSpec spec = CommandSpec.create();
		for (final String name : options())
			spec.addOption(OptionSpec.builder(name).type(boolean.class).build());
		spec.addPositional(PositionalParamSpec.builder().arity("0..*").type(List.class).auxiliaryTypes(String.class).build());
		final ParseResult result;
		try {
			// arguments are taken literally, since files may be named "@list" or "-1.png"
			result = new picocli.CommandLine(spec).setExpandAtFiles(false).setUnmatchedOptionsArePositionalParams(true)
				.setOverwrittenOptionsAllowed(true).parseArgs(args);
		}
		catch (final ParameterException exc) {
			throw new DreamException("Invalid arguments (" + exc.getMessage() + "): the options are " + list() + ".",
				exc);
		}
		final List<String> given = result.matchedOptions().stream().map(OptionSpec::longestName).distinct().collect(
			Collectors.toList());
		if (given.size() > 1) throw new DreamException(String.join(" and ", given) + " cannot be combined: use one option.");
		option = given.isEmpty() ? "" : given.get(0);
		final List<String> others = result.matchedPositionals().isEmpty() ? List.of() : result.matchedPositionalValue(0,
			List.<String> of());
		for (final String other : others) {
			if (option.isEmpty() && other.startsWith("--")) throw new DreamException("Unknown option " + other + ": the options are " + list() + ".");
			(other.matches("[a-z]+(-[a-z]+)*=.*") ? settings : operands).add(other);
		}
	}

	private static List<String> options() {
		return Stream.of(Commands.all().stream().filter(c -> c.hasCommandLine() && !c.option().isEmpty()).map(
			CommandDescriptor::option), Stream.of("--website", "--macro", "--layers"), MODELS.stream(), Stream.of("--imagej", "--help"))
			.flatMap(names -> names).collect(Collectors.toList());
	}

	private static String list() {
		final List<String> all = options();
		return String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
	}

	/** Empty if there is none. */
	String option() {
		return option;
	}

	/** Files and names. */
	List<String> operands() {
		return operands;
	}

	List<String> settings() {
		return settings;
	}
}
