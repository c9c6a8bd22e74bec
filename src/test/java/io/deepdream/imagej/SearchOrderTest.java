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
package io.deepdream.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.scijava.Context;
import org.scijava.MenuPath;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleService;

import org.junit.jupiter.api.Test;

class SearchOrderTest {

	/** As ImageJ2 wraps the commands of ImageJ's menu: one class, and a menu path. */
	private static CommandInfo menuCommand(final String label) {
		final CommandInfo info = new CommandInfo(AboutCommand.class);
		info.setMenuPath(new MenuPath("Plugins>DeepDream>" + label));
		return info;
	}

	/** The search bar lists commands that begin with the text in the order of the module service. */
	@Test
	void dreamIsTheFirst() {
		try (Context context = new Context(ModuleService.class, SearchOrder.class)) {
			final ModuleService modules = context.service(ModuleService.class);
			modules.addModules(Stream.of("Dream from Info...", "Zoom Movie...", "Dream...", "Activations...").map(
				SearchOrderTest::menuCommand).collect(Collectors.toList()));
			final List<String> found = modules.getModules().stream().map(info -> info.getMenuPath().getLeaf().getName()).filter(
				label -> label.startsWith("Dream")).collect(Collectors.toList());
			assertEquals(List.of("Dream...", "Dream from Info..."), found);
		}
	}
}
