package io.deepdream.engine.loading;

import java.util.Locale;
import java.util.Optional;

/** Platforms with a native TensorFlow library, with their names in ImageJ and in TensorFlow. */
public enum Platform {

	LINUX_X86_64("linux64", "linux-x86_64", "Linux on x86_64"),
	LINUX_ARM64("linux-arm64", "linux-arm64", "Linux on arm64"),
	MACOS_ARM64("macos-arm64", "macosx-arm64", "macOS on Apple silicon"),
	WINDOWS_X86_64("win64", "windows-x86_64", "Windows on x86_64");

	private final String folder;
	private final String classifier;
	private final String description;

	Platform(final String folder, final String classifier, final String description) {
		this.folder = folder;
		this.classifier = classifier;
		this.description = description;
	}

	/** ImageJ's name of the platform, which is also the name of its folder in lib. */
	public String folder() {
		return folder;
	}

	/** TensorFlow's name of the platform, the suffix of its native jar's name. */
	public String classifier() {
		return classifier;
	}

	/** Name of the platform for messages. */
	public String description() {
		return description;
	}

	/** @return the platform of a computer; empty if it has no native TensorFlow library */
	public static Optional<Platform> of(final Machine machine) {
		final boolean x86 = machine.isX86();
		final boolean arm = machine.arch().equals("aarch64") || machine.arch().equals("arm64");
		final String os = machine.os().toLowerCase(Locale.ROOT);
		if (os.startsWith("linux")) return x86 ? Optional.of(LINUX_X86_64) : arm ? Optional.of(LINUX_ARM64) : Optional
			.empty();
		if (os.startsWith("mac")) return arm ? Optional.of(MACOS_ARM64) : Optional.empty();
		return os.startsWith("windows") && x86 ? Optional.of(WINDOWS_X86_64) : Optional.empty();
	}
}
