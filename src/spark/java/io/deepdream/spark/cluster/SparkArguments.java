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
package io.deepdream.spark.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import io.deepdream.params.DreamException;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;

/** Parsed arguments: a job, its operands and settings {@code key=value}. */
public final class SparkArguments {

	private final SparkJob job;
	private final List<String> operands;
	private final List<String> settings;
	private final DreamParams params;

	private SparkArguments(final SparkJob job, final List<String> operands, final List<String> settings,
		final DreamParams params)
	{
		this.job = job;
		this.operands = Collections.unmodifiableList(operands);
		this.settings = Collections.unmodifiableList(settings);
		this.params = params;
	}

	/** @throws DreamException for an unknown job, a wrong number of operands, or an invalid setting */
	public static SparkArguments parse(final List<SparkJob> jobs, final String... args) {
		final String names = jobs.stream().map(SparkJob::key).collect(Collectors.joining(", "));
		if (args.length == 0) throw new DreamException("No job was given: the jobs are " + names + ".");
		final SparkJob job = jobs.stream().filter(j -> j.key().equals(args[0])).findFirst().orElseThrow(
			() -> new DreamException("Unknown job " + args[0] + ": the jobs are " + names + "."));
		final List<String> operands = new ArrayList<>();
		final List<String> settings = new ArrayList<>();
		for (final String arg : Arrays.asList(args).subList(1, args.length))
			(arg.matches("[a-z]+(-[a-z]+)*=.*") ? settings : operands).add(arg);
		DreamParams params = job.defaults();
		for (final String setting : settings) {
			final int equals = setting.indexOf('=');
			final String key = setting.substring(0, equals);
			if (!job.options().contains(key)) params = params.with(Parameter.of(key), setting.substring(equals + 1));
		}
		final int expected = job.usage().split(" ").length;
		if (operands.size() != expected) throw new DreamException("Expected " + job.key() + " " + job.usage() + ", but got " +
			operands.size() + " of these " + expected + " paths: give " + (operands.size() < expected ? "all." : "no more."));
		return new SparkArguments(job, operands, settings, params);
	}

	public SparkJob job() {
		return job;
	}

	/** Paths or URIs, as many as the job's usage names. */
	public List<String> operands() {
		return operands;
	}

	/** All settings, {@code key=value}, with those of {@link SparkJob#options()}. */
	public List<String> settings() {
		return settings;
	}

	/** The parameters of the plugin. */
	public DreamParams params() {
		return params;
	}
}
