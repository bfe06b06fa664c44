import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { absorbLastWords } from '../kept/engine.ts';
import { type Kept, openKept } from '../kept/open.ts';
import { ready } from '../ui/ready.ts';

/**
 * What a page works on, from what this browser keeps and the pilot that the address asks for. The page is ready when it
 * is open or has failed; it is closed when the page goes, be it before it is open.
 */
export function useOpened<Opened extends { dispose: () => void }>(
	root: HTMLElement,
	open: (records: Kept, asked: string | null) => Promise<Opened>,
): { opened: Opened | undefined; failed: boolean } {
	const [opened, setOpened] = useState<Opened>();
	const [failed, setFailed] = useState(false);
	useEffect(() => {
		const opening = (async () => {
			const records = await openKept();
			await absorbLastWords(records);
			const now = await open(records, new URLSearchParams(location.search).get('pilot'));
			setOpened(now);
			return now;
		})().catch(() => setFailed(true));
		return () => void opening.then((now) => now?.dispose());
	}, []);
	useLayoutEffect(() => {
		if (opened || failed) ready(root);
	}, [opened, failed]);
	return { opened, failed };
}
