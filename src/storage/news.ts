/* Tells other tabs which records have changed; where the browser cannot, they look when they are shown again. */

type Listener = (keys: readonly string[]) => void;

const listeners = new Set<Listener>();

/** A browser may lack it, or refuse to make one. */
function openChannel(): BroadcastChannel | undefined {
	try {
		return new BroadcastChannel('standardisation-pilot');
	} catch {
		return undefined;
	}
}

const channel = openChannel();

if (channel)
	channel.onmessage = ({ data }: MessageEvent<string[]>) => {
		for (const listener of listeners) listener(data);
	};

export const tellOthers = (keys: readonly string[]): void => channel?.postMessage(keys);

/** Calls back with the keys that others changed; with none when it cannot be known which. */
export function onNews(listener: Listener): () => void {
	const look = () => document.visibilityState === 'visible' && listener([]);
	listeners.add(listener);
	document.addEventListener('visibilitychange', look);
	addEventListener('pageshow', look);
	return () => {
		listeners.delete(listener);
		document.removeEventListener('visibilitychange', look);
		removeEventListener('pageshow', look);
	};
}
