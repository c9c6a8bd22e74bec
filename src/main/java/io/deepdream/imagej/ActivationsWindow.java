package io.deepdream.imagej;

import java.awt.Button;
import java.awt.FlowLayout;
import java.awt.Panel;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.StackWindow;

/** The maps, with a button that dreams the channel whose map is shown, on the image that was looked at. */
final class ActivationsWindow extends StackWindow {

	private static final long serialVersionUID = 1L;

	private final transient ActivationsJob result;
	private final Button dream = new Button("Dream the strongest, channel 00000");

	/**
	 * @param source the image that was looked at
	 * @param model as the user named it
	 */
	ActivationsWindow(final ActivationsJob result, final ImagePlus source, final String model) {
		super(result.maps());
		this.result = result;
		final Panel panel = new Panel(new FlowLayout(FlowLayout.CENTER, 4, 2));
		panel.add(dream);
		add(panel);
		dream.addActionListener(event -> dream(source, model));
		dream.addKeyListener(IJ.getInstance());
		label();
		pack();
	}

	private int rank() {
		return imp.getSlice() - 1;
	}

	private void label() {
		dream.setLabel((rank() == 0 ? "Dream the strongest, channel " : "Dream channel ") + result.ranked().get(rank()));
	}

	@Override
	public void updateSliceSelector() {
		super.updateSliceSelector();
		if (dream != null && result != null) label();
	}

	@Override
	public String createSubtitle() {
		// ImageJ asks for it whenever another slice is shown, and already while the window is built
		if (dream != null && result != null) label();
		return super.createSubtitle();
	}

	private void dream(final ImagePlus source, final String model) {
		if (source.getWindow() == null) {
			IJ.error("DeepDream", "The image is closed: open it again, and choose Activations... anew.");
			return;
		}
		WindowManager.setCurrentWindow(source.getWindow());
		Recorded.run("Dream...", "model", model, "layer", result.layer().name(), "channels", String.valueOf(result.ranked()
			.get(rank())));
	}
}
