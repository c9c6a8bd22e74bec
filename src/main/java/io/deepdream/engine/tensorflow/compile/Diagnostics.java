package io.deepdream.engine.tensorflow.compile;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteDeviceList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListMemoryBytes;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListType;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SessionListDevices;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.TensorFlow;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;

import io.deepdream.engine.tensorflow.rewrite.ConvolutionKernels;

/** What a bug report should say about the library, one line each. */
final class Diagnostics {

	private static final double MB = 1e6;

	private Diagnostics() {}

	/** @param failed warnings about gradients that failed their self-check */
	static List<String> list(final List<String> failed) {
		final List<String> lines = new ArrayList<>();
		lines.add("Library: " + Loader.load(tensorflow.class));
		lines.add("Its classes: " + TensorFlow.class.getProtectionDomain().getCodeSource().getLocation().getPath());
		lines.add("Convolution kernels: " + ConvolutionKernels.current().description(System.getenv()));
		lines.add("Devices: " + String.join(", ", devices()));
		if (failed.isEmpty()) lines.add("Gradients: none has failed its check since the program began");
		lines.addAll(failed);
		return lines;
	}

	/** The Java interface has no way to ask; the C interface needs a session for it. */
	private static List<String> devices() {
		final List<String> devices = new ArrayList<>();
		try (PointerScope scope = new PointerScope()) {
			final TF_Status status = TF_Status.newStatus();
			final TF_Session session = TF_Session.newSession(TF_Graph.newGraph(), TF_SessionOptions.newSessionOptions(),
				status);
			final TF_DeviceList list = TF_SessionListDevices(session, status);
			for (int i = 0; i < TF_DeviceListCount(list); i++) {
				final String type = TF_DeviceListType(list, i, status).getString();
				// the processor's memory is not counted there
				devices.add(type.equals("CPU") ? type : String.format("%s with %.0f MB", type, TF_DeviceListMemoryBytes(list, i,
					status) / MB));
			}
			TF_DeleteDeviceList(list);
		}
		return devices;
	}
}
