package io.deepdream.imagej;

import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The Channel Atlas command for SciJava scripts; see {@link DreamCommand}. */
@Plugin(type = Command.class, menuPath = "Plugins>DeepDream>Channel Atlas...", visible = false)
public class AtlasCommand extends TaskCommand {

	@Parameter(required = false, persist = false)
	private String model;

	@Parameter(required = false, persist = false)
	private String layer;

	@Parameter(required = false, persist = false)
	private String channels;

	@Parameter(required = false, persist = false)
	private Integer width;

	@Parameter(required = false, persist = false)
	private Integer height;

	@Parameter(required = false, persist = false)
	private Integer octaves;

	@Parameter(required = false, persist = false)
	private Double ratio;

	@Parameter(required = false, persist = false)
	private Integer iterations;

	@Parameter(required = false, persist = false)
	private Double step;

	@Parameter(required = false, persist = false)
	private String optimizer;

	@Parameter(required = false, persist = false)
	private Integer smooth;

	@Parameter(required = false, persist = false)
	private Integer seed;

	@Parameter(required = false, persist = false)
	private String save;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus result;

	@Override
	String key() {
		return "atlas";
	}

	@Override
	void execute() {
		result = CommandInputs.run(this, key(), null);
	}
}
