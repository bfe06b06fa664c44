import { container, own, remembered, worker } from './site.ts';

/* Keeps the site for use without a network, and asks before a new build takes the place of an old one. */

/** Those who pay for each megabyte are not made to. */
const saving = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** What was typed last is written down by the page that goes, before the new build comes. */
function take(build: ServiceWorker): void {
	// Another window has taken it, or a newer one has come: what there is by now is a reload away.
	if (build.state !== 'installed') {
		location.reload();
		return;
	}
	build.addEventListener('statechange', () => {
		if (build.state === 'activated') location.reload();
	});
	dispatchEvent(new Event('pagehide'));
	build.postMessage('take over');
}

function offer(build: ServiceWorker, root: HTMLElement, over: AbortSignal): void {
	root.querySelector('.word[role="status"]')?.remove();
	const bar = document.createElement('div');
	bar.className = 'word';
	bar.setAttribute('role', 'status');
	const said = document.createElement('span');
	const say = (text: string, work: () => void) => {
		const button = document.createElement('button');
		button.textContent = text;
		button.onclick = work;
		return button;
	};
	bar.append(
		said,
		say('换上新版', () => take(build)),
		say('以后再说', () => bar.remove()),
	);
	root.append(bar);
	over.addEventListener('abort', () => bar.remove());
	// What comes with its words may go unread.
	setTimeout(() => said.append('本站有了新版。填的内容都在，换上以后接着做。'), 100);
}

/** It is kept whatever happens to the page; what is said about it goes when it is `over`. */
export async function keep(root: HTMLElement, over: AbortSignal): Promise<void> {
	if (!container || remembered() === 'off') return;
	try {
		if (saving() && !(await own())) return;
		const registration = await container.register(worker, { updateViaCache: 'none' });
		if (over.aborted) return;
		/** The first build of all takes nobody's place. */
		const replaces = () => registration.active !== null && container?.controller !== null;
		if (registration.waiting && replaces()) offer(registration.waiting, root, over);
		const found = () => {
			const build = registration.installing;
			const come = () => {
				if (build?.state === 'installed' && replaces()) offer(build, root, over);
			};
			build?.addEventListener('statechange', come, { signal: over });
		};
		registration.addEventListener('updatefound', found, { signal: over });
	} catch {
		// Without it the site works as ever, as long as there is a network.
	}
}
