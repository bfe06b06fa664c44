import type { Facts } from '../pilots/facts.ts';
import type { Answer, Situation } from '../rubric/situation.ts';
import type { LineRecord } from '../schemas/saved-check.ts';

/** What is recorded, as the engine wants it. */
export function situationOf(lines: { [line: string]: LineRecord }, { sector }: Pick<Facts, 'sector'>): Situation {
	const answers: { [line: string]: Answer } = {};
	const met: { [line: string]: boolean } = {};
	const evidenced = new Set<string>();
	for (const [line, { answer, papers }] of Object.entries(lines)) {
		if (answer && 'met' in answer) {
			if (typeof answer.met === 'boolean') met[line] = answer.met;
		} else if (answer) answers[line] = answer as Answer;
		if (papers.some(({ name, number }) => name.trim() || number.trim())) evidenced.add(line);
	}
	return { answers, met, evidenced, sector: sector.trim() || undefined };
}
