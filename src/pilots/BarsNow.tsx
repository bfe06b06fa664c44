import { useEffect, useState } from 'preact/hooks';
import { type Barred, barsIn } from '../forms/checks/bars.ts';
import { follow } from '../kept/engine.ts';
import { openKept } from '../kept/open.ts';
import { today } from '../ui/today.ts';
import { Bars } from './Bars.tsx';
import { toldOf } from './told.ts';

/** What bars of a pilot, for a page that keeps nothing of what it rests on. */
export function BarsNow({ pilot }: { pilot: string }) {
	const [bars, setBars] = useState<readonly Barred[]>([]);
	useEffect(() => {
		const opening = (async () => {
			const kept = await openKept();
			const look = async () => setBars(barsIn(toldOf(await kept.all(), pilot, today())));
			await look();
			return follow(
				kept,
				(key) => /^(fact|form) /.test(key),
				() => void look(),
			);
		})().catch(() => undefined);
		return () => void opening.then((end) => end?.());
	}, [pilot]);
	return <Bars bars={bars} />;
}
