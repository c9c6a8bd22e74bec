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

/** Information about the TensorFlow library for bug reports. */
final class Diagnostics {

	private static final double MB = 1e6;

	private Diagnostics() {}

	/**
	 * One line for each fact.
	 *
	 * @param failedChecks warnings about gradients that failed their self-check
	 */
	static List<String> list(final List<String> failedChecks) {
		final List<String> lines = new ArrayList<>();
		lines.add("Native library: " + Loader.load(tensorflow.class));
		lines.add("Java library: " + TensorFlow.class.getProtectionDomain().getCodeSource().getLocation().getPath());
		lines.add("Convolution kernels: " + ConvolutionKernels.current().description(System.getenv()));
		lines.add("Devices: " + String.join(", ", devices()));
		if (failedChecks.isEmpty()) lines.add("Self-checks: no gradient has failed since the program started");
		lines.addAll(failedChecks);
		return lines;
	}

	/** Queries the devices through the C API, which requires a session, since the Java API does not provide them. */
	private static List<String> devices() {
		final List<String> devices = new ArrayList<>();
		try (PointerScope scope = new PointerScope()) {
			final TF_Status status = TF_Status.newStatus();
			final TF_Session session = TF_Session.newSession(TF_Graph.newGraph(), TF_SessionOptions.newSessionOptions(),
				status);
			final TF_DeviceList list = TF_SessionListDevices(session, status);
			for (int i = 0; i < TF_DeviceListCount(list); i++) {
				final String type = TF_DeviceListType(list, i, status).getString();
				// the C API does not report the memory of the processor
				devices.add(type.equals("CPU") ? type : String.format("%s with %.0f MB", type, TF_DeviceListMemoryBytes(list, i,
					status) / MB));
			}
			TF_DeleteDeviceList(list);
		}
		return devices;
	}
}
