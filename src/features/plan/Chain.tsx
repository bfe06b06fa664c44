import type { CitedPeriod } from '../../planning/plan-data.ts';
import type { End } from '../../planning/reckon.ts';
import { sayChain } from '../../planning/words.ts';
import { url } from '../../url.ts';
import type { Words } from './words.ts';

/** The words of a period, with where they stand. */
export function Rests({ period }: { period: CitedPeriod | undefined }) {
	const [first] = period?.because ?? [];
	if (!period || !first) return null;
	return (
		<>
			{' '}
			“{first.quote}”<a href={url.fromRoot(first.address)}>{first.place}</a>
			{period.usual && '（写的是“一般”）'}
		</>
	);
}

/** Why a day is that day: from what was told, step by step. */
export const Chain = ({ end, words: { nameOf, periods } }: { end: End; words: Words }) => (
	<ol class="small">
		{sayChain(end, nameOf).map(({ period, says }) => (
			<li key={says}>
				{says}
				{period && <Rests period={periods.find(({ id }) => id === period)} />}
			</li>
		))}
	</ol>
);

/** The same, folded. */
export const FoldedChain = ({ end, words, called }: { end: End; words: Words; called: string }) => (
	<details>
		<summary class="small">{called}</summary>
		<Chain end={end} words={words} />
	</details>
);
