import { proves, type ReadLine } from '../evidence/papers.ts';
import type { Facts } from '../pilots/facts.ts';
import type { Answer, Situation } from '../rubric/situation.ts';

/** What is recorded, as the engine wants it. */
export function situationOf(lines: { [line: string]: ReadLine }, { sector }: Pick<Facts, 'sector'>): Situation {
	const answers: { [line: string]: Answer } = {};
	const met: { [line: string]: boolean } = {};
	const evidenced = new Set<string>();
	for (const [line, { answer, papers }] of Object.entries(lines)) {
		if (answer && 'met' in answer) {
			if (typeof answer.met === 'boolean') met[line] = answer.met;
		} else if (answer) answers[line] = answer as Answer;
		if (papers.some(proves)) evidenced.add(line);
	}
	return { answers, met, evidenced, sector: sector.trim() || undefined };
}
