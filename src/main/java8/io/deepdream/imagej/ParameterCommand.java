package io.deepdream.imagej;

import org.scijava.plugin.Parameter;

/** Declares the parameters of a dream as SciJava inputs. */
abstract class ParameterCommand extends TaskCommand {

	@Parameter(required = false, persist = false)
	private String model;

	@Parameter(required = false, persist = false)
	private String layer;

	@Parameter(required = false, persist = false)
	private String channels;

	@Parameter(required = false, persist = false)
	private String objective;

	@Parameter(required = false, persist = false)
	private String guide;

	@Parameter(required = false, persist = false)
	private String start;

	@Parameter(required = false, persist = false)
	private Integer width;

	@Parameter(required = false, persist = false)
	private Integer height;

	@Parameter(required = false, persist = false)
	private Integer variations;

	@Parameter(required = false, persist = false)
	private Double diversity;

	@Parameter(required = false, persist = false)
	private String mode;

	@Parameter(required = false, persist = false)
	private Integer tile;

	@Parameter(required = false, persist = false)
	private String overlap;

	@Parameter(required = false, persist = false)
	private Integer octaves;

	@Parameter(required = false, persist = false)
	private Double ratio;

	@Parameter(required = false, persist = false)
	private Integer iterations;

	@Parameter(required = false, persist = false)
	private Double step;

	@Parameter(required = false, persist = false)
	private String normalise;

	@Parameter(required = false, persist = false)
	private String optimizer;

	@Parameter(required = false, persist = false)
	private String precision;

	@Parameter(required = false, persist = false)
	private Integer smooth;

	@Parameter(required = false, persist = false)
	private Integer jitter;

	@Parameter(required = false, persist = false)
	private Integer seed;

	@Parameter(required = false, persist = false)
	private String slices;

	@Parameter(required = false, persist = false)
	private Double coherence;

	@Parameter(required = false, persist = false)
	private Integer edge;

	@Parameter(required = false, persist = false)
	private String type;

	@Parameter(required = false, persist = false)
	private String output;

	@Parameter(required = false, persist = false)
	private String save;
}
