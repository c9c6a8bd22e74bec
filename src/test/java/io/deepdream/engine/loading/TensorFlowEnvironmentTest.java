package io.deepdream.engine.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;

import io.deepdream.params.DreamException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorFlowEnvironmentTest {

	private static Machine machine(final String arch) {
		return new Machine() {

			@Override
			public String os() {
				return "Linux";
			}

			@Override
			public String arch() {
				return arch;
			}

			@Override
			public boolean isTranslated() {
				return false;
			}

			@Override
			public Optional<Boolean> hasAvx() {
				return Optional.of(true);
			}

			@Override
			public Optional<Boolean> hasAvx2() {
				return Optional.empty();
			}

			@Override
			public Optional<Boolean> hasAmxBfloat16() {
				return Optional.of(false);
			}

			@Override
			public String processor() {
				return "some processor";
			}
		};
	}

	@Test
	void usesOneDnnOnEveryX86Processor() {
		assertEquals(Map.of("TF_ENABLE_ONEDNN_OPTS", "1", "TF_CPP_MIN_LOG_LEVEL", "2"), TensorFlowEnvironment.additions(machine(
			"amd64"), Map.of("PATH", "/bin"), null));
	}

	@Test
	void leavesOtherProcessorsToTensorFlow() {
		assertEquals(Map.of("TF_CPP_MIN_LOG_LEVEL", "2"), TensorFlowEnvironment.additions(machine("aarch64"), Map.of(), null));
	}

	@Test
	void changesNothingThatTheUserHasSet() {
		assertEquals(Map.of(), TensorFlowEnvironment.additions(machine("amd64"), Map.of("TF_ENABLE_ONEDNN_OPTS", "0",
			"TF_CPP_MIN_LOG_LEVEL", "0"), "warning"));
	}

	@ParameterizedTest
	@CsvSource({ "info,0", "Warning,1", "error,2" })
	void printsWhatThePropertyAsksFor(final String severity, final String level) {
		assertEquals(level, TensorFlowEnvironment.additions(machine("aarch64"), Map.of(), severity).get("TF_CPP_MIN_LOG_LEVEL"));
	}

	@Test
	void refusesAnUnknownSeverity() {
		assertEquals("deepdream.log=loud is not allowed: give one of info, warning, error.", assertThrows(DreamException.class,
			() -> TensorFlowEnvironment.additions(machine("amd64"), Map.of(), "loud")).getMessage());
	}
}
