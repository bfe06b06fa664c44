/*
 * Leads from the home page back to the self-check that this browser last worked on (trail.ts).
 * Imports nothing, so that it stays inside the page.
 */

const place = document.getElementById('unfinished');
try {
	const { id, rubric, name, short } = JSON.parse(localStorage.getItem('self-check') ?? '');
	if (place && id) {
		const link = document.createElement('a');
		// The home page stands at the root of the site.
		link.href = `check/${rubric}/?check=${id}`;
		link.textContent = `继续上次的自查：${name}（${short}）`;
		place.append(link);
		place.hidden = false;
	}
} catch {
	// Nothing to go on with.
}
