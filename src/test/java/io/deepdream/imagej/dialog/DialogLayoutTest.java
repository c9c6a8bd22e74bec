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
package io.deepdream.imagej.dialog;

import static io.deepdream.imagej.Windows.await;
import static io.deepdream.imagej.Windows.choice;
import static io.deepdream.imagej.Windows.choose;
import static io.deepdream.imagej.Windows.dialog;
import static io.deepdream.imagej.Windows.find;
import static io.deepdream.imagej.Windows.press;
import static io.deepdream.imagej.Windows.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Button;
import java.awt.Canvas;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.Label;
import java.awt.Rectangle;
import java.awt.ScrollPane;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.FocusEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import javax.swing.LookAndFeel;
import javax.swing.UIDefaults;
import javax.swing.UIManager;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GUI;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import com.formdev.flatlaf.FlatDarkLaf;

import io.deepdream.cli.ImageJWindow;
import io.deepdream.imagej.Windows;
import io.deepdream.imagej.job.CommandDescriptor;
import io.deepdream.imagej.job.Commands;
import io.deepdream.imagej.pixels.SampleSky;
import io.deepdream.params.DreamParams;
import io.deepdream.params.Parameter;
import io.deepdream.params.Parameter.Group;
import io.deepdream.params.Parameter.Kind;
import io.deepdream.params.Preset;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dialogs show, and where; needs a display, such as Xvfb. */
class DialogLayoutTest {

	private static final String OPEN_ADVANCED = "Advanced >>";
	private static final String CLOSE_ADVANCED = "Advanced <<";
	/** Numbers without a unit: counts of what the label names, ratios, shares, weights, seeds. */
	private static final Set<Parameter> WITHOUT_UNIT = EnumSet.of(Parameter.VARIATIONS, Parameter.DIVERSITY,
		Parameter.OCTAVES, Parameter.RATIO, Parameter.SEED, Parameter.COHERENCE, Parameter.BLEND, Parameter.FRAMES, Parameter.STRONGEST);
	/** Web Content Accessibility Guidelines 2.1, 1.4.3. */
	private static final double MIN_CONTRAST = 4.5;

	private LookAndFeel look;

	@BeforeEach
	void open() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "no display: skipped");
		if (IJ.getInstance() == null) ImageJWindow.open();
		WindowManager.closeAllWindows();
		look = UIManager.getLookAndFeel();
		resetPreferences();
		SampleSky.draw(100, 80).show();
	}

	@AfterEach
	void close() throws Exception {
		if (look == null) return;
		// those that a failed test left open
		for (final Window window : Window.getWindows())
			if (window instanceof GenericDialog && window.isVisible()) press(window, "Cancel");
		Windows.awaitCommands();
		for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
			final ImagePlus imp = WindowManager.getImage(id);
			imp.changes = false;
			imp.close();
		}
		UIManager.setLookAndFeel(look);
		resetPreferences();
	}

	private static void resetPreferences() {
		Prefs.setGuiScale(1);
		Prefs.set(DreamDialog.ADVANCED, false);
		for (final CommandDescriptor command : Commands.all())
			Prefs.set("deepdream." + command.key(), (String) null);
	}

	private static GenericDialog open(final String command) throws Exception {
		IJ.doCommand(command);
		return dialog(command);
	}

	private static void cancel(final GenericDialog dialog) throws Exception {
		press(dialog, "Cancel");
		await(() -> dialog.isVisible() ? null : true);
		Windows.awaitCommands();
	}

	/** All components of a type that are visible. */
	private static <T extends Component> List<T> showing(final Class<T> type, final Container container) {
		final List<T> found = new ArrayList<>();
		for (final Component c : container.getComponents()) {
			if (type.isInstance(c) && c.isShowing()) found.add(type.cast(c));
			if (c instanceof Container) found.addAll(showing(type, (Container) c));
		}
		return found;
	}

	private static Label label(final Parameter p, final GenericDialog dialog) {
		// headings are bold
		return showing(Label.class, dialog).stream().filter(label -> !label.getFont().isBold() && label.getText().split(" ", 2)[0].toLowerCase(Locale.ROOT)
			.equals(p.key())).findFirst().orElse(null);
	}

	private static Set<Parameter> labelled(final GenericDialog dialog) {
		return EnumSet.allOf(Parameter.class).stream().filter(p -> label(p, dialog) != null).collect(Collectors.toCollection(() -> EnumSet.noneOf(Parameter.class)));
	}

	private static CommandDescriptor command(final String label) {
		return Commands.all().stream().filter(c -> c.label().equals(label)).findFirst().get();
	}

	@Test
	void aNewcomerSeesEightFields() throws Exception {
		final GenericDialog dialog = open("Dream...");
		assertEquals(EnumSet.of(Parameter.MODEL, Parameter.LAYER, Parameter.CHANNELS, Parameter.OCTAVES, Parameter.ITERATIONS,
			Parameter.STEP), labelled(dialog));
		// with the lists of presets and layers
		assertEquals(8, showing(TextField.class, dialog).size() + showing(Choice.class, dialog).size());
		cancel(dialog);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Render from Noise...", "Zoom Movie...", "Activations...", "Channel Atlas..." })
	void otherCommandsShowEightParametersAtMost(final String command) throws Exception {
		final GenericDialog dialog = open(command);
		final Set<Parameter> basic = labelled(dialog);
		assertTrue(basic.size() >= 3 && basic.size() <= 8, basic.toString());
		final boolean more = basic.size() < command(command).shown().size();
		assertEquals(more, showing(Button.class, dialog).stream().anyMatch(b -> b.getLabel().equals(OPEN_ADVANCED)));
		press(dialog, OPEN_ADVANCED);
		assertTrue(labelled(dialog).containsAll(command(command).shown()), labelled(dialog).toString());
		cancel(dialog);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Dream...", "Render from Noise...", "Zoom Movie...", "Activations...", "Channel Atlas..." })
	void theDefaultsAreAccepted(final String command) throws Exception {
		final GenericDialog dialog = open(command);
		await(() -> choice(dialog, "mixed4c"));
		// the layers have been shown by an event that ends with this check
		EventQueue.invokeAndWait(() -> {});
		assertTrue(dialog.getButtons()[0].isEnabled(), find(MessageLine.class, dialog).text());
		cancel(dialog);
	}

	@Test
	void advancedIsRemembered() throws Exception {
		final GenericDialog first = open("Dream...");
		press(first, OPEN_ADVANCED);
		assertEquals(Commands.of("dream").shown(), labelled(first));
		cancel(first);
		final GenericDialog second = open("Dream...");
		assertEquals(Commands.of("dream").shown(), labelled(second));
		press(second, CLOSE_ADVANCED);
		assertEquals(6, labelled(second).size());
		cancel(second);
		final GenericDialog third = open("Dream...");
		assertEquals(6, labelled(third).size());
		cancel(third);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void hiddenFieldsAreRecorded(final boolean advanced) throws Exception {
		Prefs.set(DreamDialog.ADVANCED, advanced);
		final DreamParams stored = DreamParams.parse("layer=mixed3a channels=1-3 objective=mean mode=tiled tile=64 overlap=16 " +
			"octaves=1 ratio=1.25 iterations=1 step=0.75 normalise=mean optimizer=momentum smooth=2 jitter=3 seed=5 " +
			"coherence=0.5 edge=2 type=same");
		Prefs.set("deepdream.dream", stored.toOptions());
		final Recorder recorder = new Recorder();
		try {
			press(open("Dream..."), "OK");
			await(() -> WindowManager.getImage("Dream of Sky"));
			final String line = await(() -> recorder.getText().contains("Dream...") ? recorder.getText() : null);
			assertTrue(line.contains("run(\"Dream...\", \"model=compact-inception layer=mixed3a channels=1-3 objective=mean " +
				"guide=[] seamless=false mode=tiled tile=64 overlap=16 octaves=1 ratio=1.25 iterations=1 step=0.75 normalise=mean " +
				"optimizer=momentum precision=exact smooth=2 jitter=3 seed=5 slices=current coherence=0.50 edge=2 blend=0 " +
				"colours=dream type=same output=new save=[]"), line);
			final String options = line.substring(line.indexOf(", \"") + 3, line.lastIndexOf('"'));
			assertEquals(stored, DreamParams.parse(options));
		}
		finally {
			recorder.close();
		}
	}

	/** The components in the order in which Tab visits them. */
	private static List<Component> tabOrder(final GenericDialog dialog) {
		final List<Component> order = new ArrayList<>();
		Component c = dialog.getFocusTraversalPolicy().getFirstComponent(dialog);
		while (!order.contains(c)) {
			order.add(c);
			c = dialog.getFocusTraversalPolicy().getComponentAfter(dialog, c);
		}
		return order;
	}

	/** Whether a component, or the panel that contains it but not the previous one, is below or to the right of that. */
	private static boolean follows(final Component next, final Component previous) {
		Component a = previous;
		while (!((Container) a.getParent()).isAncestorOf(next))
			a = a.getParent();
		Component b = next;
		while (b.getParent() != a.getParent())
			b = b.getParent();
		return b.getY() >= a.getY() + a.getHeight() || b.getX() >= a.getX() + a.getWidth();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Dream...", "Render from Noise...", "Zoom Movie...", "Channel Atlas..." })
	void tabVisitsTheFieldsAsTheyAreRead(final String command) throws Exception {
		Prefs.set(DreamDialog.ADVANCED, true);
		final GenericDialog dialog = open(command);
		final List<Component> order = tabOrder(dialog);
		assertTrue(order.containsAll(showing(TextField.class, dialog)) && order.containsAll(showing(Choice.class, dialog)));
		for (int i = 1; i < order.size(); i++)
			assertTrue(follows(order.get(i), order.get(i - 1)), order.get(i - 1) + " before " + order.get(i));
		cancel(dialog);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Dream...", "Render from Noise...", "Zoom Movie...", "Activations...", "Channel Atlas..." })
	void numbersHaveTheirUnit(final String command) throws Exception {
		Prefs.set(DreamDialog.ADVANCED, true);
		final GenericDialog dialog = open(command);
		for (final Parameter p : command(command).shown()) {
			if (p.kind() != Kind.WHOLE && p.kind() != Kind.REAL) continue;
			assertEquals(WITHOUT_UNIT.contains(p), p.unit().isEmpty(), p.key());
			final String text = label(p, dialog).getText();
			assertEquals(!p.unit().isEmpty(), text.endsWith("(" + p.unit() + ")"), text);
		}
		cancel(dialog);
	}

	@Test
	void pointingAtAFieldOrEnteringItShowsItsHelp() throws Exception {
		Prefs.set(DreamDialog.ADVANCED, true);
		final GenericDialog dialog = open("Dream...");
		final MessageLine message = find(MessageLine.class, dialog);
		for (final Parameter p : Commands.of("dream").shown()) {
			final Label label = label(p, dialog);
			EventQueue.invokeAndWait(() -> label.dispatchEvent(new MouseEvent(label, MouseEvent.MOUSE_ENTERED, 0, 0, 1, 1, 0,
				false)));
			assertTrue(message.text().startsWith(p.label() + ": " + p.help()), message.text());
		}
		final TextField octaves = (TextField) dialog.getNumericFields().get(1);
		EventQueue.invokeAndWait(() -> octaves.dispatchEvent(new FocusEvent(octaves, FocusEvent.FOCUS_GAINED)));
		assertTrue(message.text().contains(Parameter.OCTAVES.help()), message.text());
		cancel(dialog);
	}

	/** An error has precedence over help, and the help returns. */
	@Test
	void anErrorIsShownWhole() throws Exception {
		final GenericDialog dialog = open("Dream...");
		final MessageLine message = find(MessageLine.class, dialog);
		final String help = message.text();
		type(dialog.getNumericFields(), 1, "0");
		await(() -> message.text().contains("octaves=0") ? true : null);
		type(dialog.getNumericFields(), 1, "2");
		await(() -> message.text().equals(help) ? true : null);
		final int height = message.getHeight();
		final int rest = dialog.getHeight() - height;
		EventQueue.invokeAndWait(() -> message.showError("A long sentence. ".repeat(100)));
		assertTrue(message.getHeight() > 5 * height, height + " " + message.getHeight());
		assertEquals(rest, dialog.getHeight() - message.getHeight());
		cancel(dialog);
	}

	private static void click(final Component c) throws Exception {
		EventQueue.invokeAndWait(() -> c.dispatchEvent(new MouseEvent(c, MouseEvent.MOUSE_PRESSED, 0, 0, 5, 5, 1, false,
			MouseEvent.BUTTON1)));
	}

	@Test
	void aClickShowsThePictureBeforeAndAfter() throws Exception {
		Prefs.set("deepdream.dream", "octaves=1 iterations=1");
		final GenericDialog dialog = open("Dream...");
		final PreviewPanel panel = find(PreviewPanel.class, dialog);
		final Image before = panel.shown();
		final Image after = await(() -> panel.shown() == before ? null : panel.shown());
		assertNotNull(before);
		press(dialog, "Show Before");
		assertSame(before, panel.shown());
		press(dialog, "Show After");
		assertSame(after, panel.shown());
		click(find(Canvas.class, panel));
		assertSame(before, panel.shown());
		// the next preview is visible
		type(dialog.getNumericFields(), 3, "2");
		await(() -> panel.shown() == before ? null : true);
		assertNotSame(after, panel.shown());
		cancel(dialog);
	}

	@Test
	void aClickOnItsPictureAppliesAPreset() throws Exception {
		final GenericDialog dialog = open("Dream...");
		final List<PresetButton> buttons = showing(PresetButton.class, dialog);
		assertEquals(Preset.values().length, buttons.size());
		final PresetButton ripples = buttons.get(Preset.RIPPLES.ordinal());
		click(ripples);
		assertEquals("mixed3a", ((TextField) dialog.getStringFields().get(1)).getText());
		assertTrue(ripples.isSelected());
		assertEquals(1, buttons.stream().filter(PresetButton::isSelected).count());
		final Choice list = choice(dialog, Preset.RIPPLES.title());
		assertEquals(Preset.RIPPLES.title(), list.getSelectedItem());
		type(dialog.getNumericFields(), 1, "2");
		await(() -> ripples.isSelected() ? null : true);
		assertEquals(0, list.getSelectedIndex());
		choose(list, Preset.GLOW.title());
		assertTrue(buttons.get(Preset.GLOW.ordinal()).isSelected());
		cancel(dialog);
	}

	@Test
	void everyPresetHasASmallPictureOfItsOwn() throws Exception {
		long bytes = 0;
		final Set<Integer> pictures = new HashSet<>();
		for (final Preset preset : Preset.values()) {
			final Path file = Path.of("src", "main", "resources", "presets", PresetButton.fileName(preset));
			bytes += Files.size(file);
			pictures.add(java.util.Arrays.hashCode(Files.readAllBytes(file)));
			assertEquals(PresetButton.FILE_WIDTH, PresetButton.picture(preset).getWidth(null), preset.title());
			assertEquals(PresetButton.FILE_HEIGHT, PresetButton.picture(preset).getHeight(null), preset.title());
		}
		assertEquals(Preset.values().length, pictures.size());
		assertTrue(bytes < 100_000, bytes + " bytes");
	}

	@Test
	void theChosenChannelIsPutIntoTheOpenDialog() throws Exception {
		final Frame explorer = new Frame();
		final List<String> begun = new ArrayList<>();
		final DreamDialog command = new DreamDialog(Commands.of("dream"), (params, chosen) -> {
			begun.add(params.get(Parameter.LAYER));
			explorer.setVisible(true);
			chosen.accept("model=compact-inception layer=mixed3b channels=17");
			return explorer;
		});
		final Thread thread = new Thread(() -> command.showDialog("Choosing...", WindowManager.getCurrentImage(), DreamParams
			.parse("layer=mixed4a jitter=9")), "Choosing...");
		thread.start();
		final GenericDialog dialog = dialog("Choosing...");
		press(dialog, "Choose by Looking...");
		assertEquals(List.of("mixed4a"), begun);
		assertEquals("mixed3b", ((TextField) dialog.getStringFields().get(1)).getText());
		assertEquals("17", ((TextField) dialog.getStringFields().get(2)).getText());
		assertTrue(explorer.isVisible());
		cancel(dialog);
		thread.join();
		assertFalse(explorer.isVisible());
	}

	/** Nothing is cut off, whatever the scale. */
	@ParameterizedTest
	@CsvSource({ "Dream...,1", "Dream...,2", "Render from Noise...,1", "Zoom Movie...,1.5", "Channel Atlas...,2",
		"Activations...,2" })
	void theDialogFitsTheScreenAndItsFieldsTheDialog(final String command, final double scale) throws Exception {
		Prefs.setGuiScale(scale);
		final GenericDialog dialog = open(command);
		assertFits(dialog);
		press(dialog, OPEN_ADVANCED);
		assertFits(dialog);
		press(dialog, CLOSE_ADVANCED);
		assertFits(dialog);
		cancel(dialog);
	}

	private static void assertFits(final GenericDialog dialog) throws Exception {
		// the list of layers changes the layout
		await(() -> choice(dialog, "mixed4c"));
		EventQueue.invokeAndWait(() -> {
			dialog.validate();
			assertEverythingIsVisible(dialog);
		});
	}

	private static void assertEverythingIsVisible(final GenericDialog dialog) {
		final Rectangle screen = GUI.getMaxWindowBounds(dialog);
		assertTrue(dialog.getWidth() <= screen.width && dialog.getHeight() <= screen.height, dialog.getSize() + " on " + screen);
		for (final Component c : showing(Component.class, dialog)) {
			final Container parent = c.getParent();
			if (!(parent instanceof ScrollPane)) assertTrue(new Rectangle(parent.getSize()).contains(c.getBounds()), c + " in " +
				parent);
			if (c instanceof TextField) assertTrue(c.getFontMetrics(c.getFont()).stringWidth(((TextField) c).getText()) <= c
				.getWidth(), c.toString());
			if (!(c instanceof ScrollPane)) assertTrue(c.getWidth() >= c.getPreferredSize().width && c.getHeight() >= c
				.getPreferredSize().height, c + " prefers " + c.getPreferredSize());
		}
	}

	/** On a screen that is too small, the field that gets the focus is scrolled into view. */
	@Test
	void aLargeDialogScrollsToTheFocus() throws Exception {
		Prefs.setGuiScale(3);
		Prefs.set(DreamDialog.ADVANCED, true);
		final GenericDialog dialog = open("Dream...");
		await(() -> choice(dialog, "mixed4c"));
		EventQueue.invokeAndWait(() -> {});
		final ScrollPane scroll = find(ScrollPane.class, dialog);
		assertNotNull(scroll);
		for (final Object field : new Object[] { dialog.getStringFields().lastElement(), dialog.getStringFields().get(0) }) {
			final TextField text = (TextField) field;
			EventQueue.invokeAndWait(() -> text.dispatchEvent(new FocusEvent(text, FocusEvent.FOCUS_GAINED)));
			// the window system moves the fields later
			await(() -> new Rectangle(scroll.getLocationOnScreen(), scroll.getSize()).contains(new Rectangle(text
				.getLocationOnScreen(), new Dimension(1, text.getHeight()))) ? true : null);
		}
		cancel(dialog);
	}

	@Test
	void inADarkLookAllTextIsReadable() throws Exception {
		assertTextIsReadableIn(new FlatDarkLaf());
	}

	/** A look and feel need not define a colour for each kind of component. */
	@Test
	void aDarkLookMayLackColours() throws Exception {
		assertTextIsReadableIn(new FlatDarkLaf() {

			private static final long serialVersionUID = 1L;

			@Override
			public UIDefaults getDefaults() {
				final UIDefaults defaults = super.getDefaults();
				for (final String kind : List.of("TextField", "Button", "ComboBox"))
					defaults.keySet().removeAll(List.of(kind + ".background", kind + ".foreground"));
				return defaults;
			}
		});
	}

	private static void assertTextIsReadableIn(final LookAndFeel dark) throws Exception {
		UIManager.setLookAndFeel(dark);
		Prefs.set(DreamDialog.ADVANCED, true);
		final GenericDialog dialog = open("Dream...");
		assertTrue(luminance(dialog.getBackground()) < 0.1, dialog.getBackground().toString());
		int texts = 0;
		for (final Component c : showing(Component.class, dialog)) {
			if (!(c instanceof Label || c instanceof TextField || c instanceof Choice || c instanceof Button ||
				c instanceof Checkbox || c instanceof MessageLine || c instanceof PresetButton)) continue;
			assertTrue(contrast(c.getForeground(), c.getBackground()) >= MIN_CONTRAST, c + ": " + c.getForeground() + " on " + c
				.getBackground());
			texts++;
		}
		assertTrue(texts > 50, texts + " texts");
		assertTrue(contrast(DialogColours.error(), dialog.getBackground()) >= MIN_CONTRAST);
		cancel(dialog);
	}

	@Test
	void inALightLookImageJsColoursRemain() throws Exception {
		final GenericDialog dialog = open("Dream...");
		final GenericDialog plain = new GenericDialog("plain");
		plain.addNumericField("Number", 1);
		plain.pack();
		assertEquals(plain.getBackground(), dialog.getBackground());
		assertEquals(((Component) plain.getNumericFields().get(0)).getBackground(), ((Component) dialog.getNumericFields().get(
			0)).getBackground());
		assertTrue(contrast(DialogColours.error(), dialog.getBackground()) >= MIN_CONTRAST);
		EventQueue.invokeAndWait(plain::dispose);
		cancel(dialog);
	}

	/** Relative luminance and contrast as the guidelines define them. */
	private static double luminance(final Color c) {
		return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
	}

	private static double linear(final int value) {
		final double c = value / 255.0;
		return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
	}

	private static double contrast(final Color a, final Color b) {
		final double la = luminance(a);
		final double lb = luminance(b);
		return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
	}

	@Test
	void everyGroupHasAHeadingOrIsBasic() {
		for (final Group group : Group.values())
			assertEquals(group == Group.BASIC, group.title().isEmpty(), group.name());
		assertNotEquals(0, EnumSet.allOf(Parameter.class).stream().filter(p -> p.group() == Group.BASIC).count());
	}
}
