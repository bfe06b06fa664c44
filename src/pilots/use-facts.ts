import { useEffect, useState } from 'preact/hooks';
import { follow } from '../kept/engine.ts';
import type { Kept } from '../kept/open.ts';
import { type Facts, factKeys, factsIn, noFacts } from './facts.ts';

/** The facts of a pilot, as they are said on whatever page. */
export function useFacts(records: Kept, pilot: string): Facts {
	const [facts, setFacts] = useState(noFacts);
	useEffect(() => {
		const keys = factKeys(pilot);
		const look = async () => {
			const said = await Promise.all(keys.map(records.get));
			setFacts(factsIn(pilot, (key) => said[keys.indexOf(key)]));
		};
		const hear = () => void look().catch(() => undefined);
		hear();
		return follow(records, (key) => keys.includes(key), hear);
	}, [pilot]);
	return facts;
}
