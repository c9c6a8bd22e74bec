// Finds layers and channels: "4c" lists layers, "4c 139" one channel of each, a word also the names of channels.
(function () {
	"use strict";
	const MOST = 200;
	const input = document.getElementById("search");
	const results = document.getElementById("results");

	function find(text) {
		const words = text.toLowerCase().split(/[\s:]+/).filter(Boolean);
		const found = [];
		if (words.length === 0) return found;
		for (const layer of LAYERS) {
			const others = words.filter(word => !layer.name.toLowerCase().includes(word));
			if (others.length === 0) found.push({ text: layer.name, href: layer.folder + "/index.html" });
			else if (others.length === 1 && /^\d+$/.test(others[0]) && Number(others[0]) < layer.channels) found.push({
				text: layer.name + ", channel " + Number(others[0]),
				href: layer.folder + "/" + Number(others[0]) + ".html"
			});
			else layer.names.forEach((name, channel) => {
				if (others.every(word => name.toLowerCase().includes(word))) found.push({
					text: layer.name + ", channel " + channel + " (" + name + ")",
					href: layer.folder + "/" + channel + ".html"
				});
			});
		}
		return found;
	}

	function show() {
		const found = find(input.value);
		results.replaceChildren(...found.slice(0, MOST).map(hit => {
			const item = document.createElement("li");
			const link = document.createElement("a");
			link.href = hit.href;
			link.textContent = hit.text;
			item.append(link);
			return item;
		}));
		if (found.length === 0 && input.value.trim()) results.textContent = "No layer or channel of this name.";
	}

	input.addEventListener("input", show);
	input.addEventListener("keydown", event => {
		const first = results.querySelector("a");
		if (event.key === "Enter" && first) first.click();
	});
	// index.html?search=4c+139 is a link to a search
	input.value = new URLSearchParams(location.search).get("search") || "";
	show();
})();
