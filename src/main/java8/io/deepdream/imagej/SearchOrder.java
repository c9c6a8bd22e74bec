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

import java.util.ArrayList;

import org.scijava.MenuPath;
import org.scijava.Priority;
import org.scijava.event.EventHandler;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;
import org.scijava.module.event.ModulesAddedEvent;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

/**
 * Puts "Dream..." before the other commands of this plugin in the search bar of ImageJ2,
 * which sorts by priority and label. Commands of ImageJ have no priority of their own,
 * and labels cannot change because recorded macros contain them.
 */
@Plugin(type = Service.class)
public final class SearchOrder extends AbstractService {

	private static final String MENU = "Plugins > DeepDream > Dream...";

	@Parameter
	private ModuleService modules;

	@EventHandler
	void onEvent(final ModulesAddedEvent event) {
		for (final ModuleInfo info : new ArrayList<>(event.getItems())) {
			if (!isDream(info) || info.getPriority() == Priority.HIGH) continue;
			// the index is sorted when a module is added
			modules.removeModule(info);
			info.setPriority(Priority.HIGH);
			modules.addModule(info);
		}
	}

	private static boolean isDream(final ModuleInfo info) {
		final MenuPath path = info.getMenuPath();
		return path != null && MENU.equals(path.getMenuString());
	}
}
