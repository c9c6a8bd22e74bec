package io.deepdream.engine.tensorflow.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

import org.junit.jupiter.api.Test;

class ProcessEnvironmentTest {

	private static final String NAME = "DEEPDREAM_ENVIRONMENT_TEST";

	/** As native code reads it. */
	private static String value() {
		return (Platform.isWindows() ? NativeLibrary.getInstance("ucrtbase") : NativeLibrary.getProcess()).getFunction("getenv")
			.invokeString(new Object[] { NAME }, false);
	}

	@Test
	void variablesAreSetForNativeCodeAndRemovedAfterwards() {
		assertTrue(ProcessEnvironment.isAvailable());
		assertNull(value());
		final AtomicReference<String> during = new AtomicReference<>();
		ProcessEnvironment.with(Map.of(NAME, "1"), () -> during.set(value()));
		assertEquals("1", during.get());
		assertNull(value());
	}

	@Test
	void variablesAreRemovedAfterAFailure() {
		assertThrows(IllegalStateException.class, () -> ProcessEnvironment.with(Map.of(NAME, "1"), () -> {
			throw new IllegalStateException();
		}));
		assertNull(value());
	}
}
