import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../kept/kind.ts';
import { sayLateInBrief, sayNext } from '../planning/words.ts';
import { today } from '../ui/today.ts';
import { type Ahead, aheadOf } from './ahead.ts';

/** The next day of a pilot, and what is late. */
export function NextDays({ all, pilot }: { all: readonly Entry[]; pilot: string }) {
	const [ahead, setAhead] = useState<Ahead>();
	useEffect(() => {
		aheadOf(all, pilot, today()).then(setAhead, () => {
			// The page of the plan says so where it is opened.
		});
	}, [all, pilot]);
	if (!ahead) return null;
	return (
		<>
			{ahead.late.map((each) => (
				<p key={each.id} class="bars">
					{sayLateInBrief(each)}
				</p>
			))}
			{ahead.next && <p>下一个：{sayNext(ahead.next)}</p>}
		</>
	);
}
