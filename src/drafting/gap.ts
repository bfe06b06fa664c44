import { criteriaOf } from '../rubric/criteria.ts';
import { keyOf } from '../rubric/rules/award.ts';
import { wholeAward } from '../rubric/rules/choice.ts';
import { awardsOf } from '../rubric/rules.ts';
import type { Award } from '../schemas/rubric.ts';
import type { SavedAnswer } from '../schemas/saved-check.ts';
import { subjectOf } from './line.ts';
import { type Draft, type DraftedTable, lineOrigin, type TableLine, type Told } from './told.ts';
import { linesTyped } from './typed.ts';
import { fill, itemised, words } from './words.ts';

/* What a line is said to lack. What was not answered is no gap: it is missing. */

/** “…得2分” is how a rule ends, not what it asks for. */
const award = /\s*的?\s*[，,]?\s*得\s*\d+(?:\.\d+)?\s*分\s*[；;。]?$/;

/** What a line asks for, in the words of the table. */
function asked(line: TableLine, { table: { columns, rows } }: DraftedTable): string {
	const row = rows.find((each) => each.line === line.id);
	const cell = row?.cells[columns.includes('matter') ? columns.indexOf('matter') : columns.indexOf('rule')];
	const [first = ''] = linesTyped(cell?.text ?? '');
	return first.replace(award, '').replace(/[。；：]$/, '') || line.words.replace(award, '');
}

/** What of a line was answered how, by the names of its parts. */
interface Judged {
	done: string[];
	undone: string[];
	open: string[];
}

const namesOf = (awards: readonly Award[], keep: (award: Award) => boolean) =>
	awards.filter(keep).map(({ name }) => name);

function judge(awards: readonly Award[], answer: SavedAnswer | undefined): Judged | undefined {
	if (answer && 'choice' in answer) {
		const chosen = awards.find((award) => keyOf(award) === answer.choice);
		if (!chosen) return undefined;
		const better = awards.filter(({ points }) => points > chosen.points).sort((a, b) => a.points - b.points);
		return { done: [], undone: better.map(({ name }) => name), open: [] };
	}
	const said: { readonly [key: string]: boolean | number } =
		answer && 'parts' in answer ? answer.parts : answer && 'counts' in answer ? answer.counts : {};
	return {
		done: namesOf(awards, (award) => Boolean(said[keyOf(award)])),
		undone: namesOf(awards, (award) => said[keyOf(award)] === false || said[keyOf(award)] === 0),
		open: namesOf(awards, (award) => said[keyOf(award)] === undefined),
	};
}

function sayGap(line: TableLine, { done, undone, open }: Judged, isChoice: boolean, form: DraftedTable): string {
	const subject = subjectOf(line);
	if (isChoice)
		return undone.includes(wholeAward)
			? fill(words.undoneWhole, subject, asked(line, form))
			: fill(words.below, subject, undone.join(itemised));
	const besides = undone.length + open.length > 0;
	const sentences = [
		...(besides && done.length > 0 ? [fill(words.done, done.join(itemised))] : []),
		...(undone.length > 0 ? [fill(words.undone, undone.join(itemised))] : []),
		...(open.length > 0 ? [fill(words.open, open.join(itemised))] : []),
	];
	return sentences.length > 0 ? `${subject}${sentences.join('')}` : fill(words.notFull, subject);
}

export function gapOf(
	line: TableLine,
	{ form, lines, rubric, result }: Pick<Told, 'form' | 'lines' | 'rubric' | 'result'>,
): Draft {
	const trace = result.trace.find(({ id }) => id === line.id);
	const from = [lineOrigin(line)];
	if (!trace || trace.state === 'unanswered') return { paragraphs: [], missing: from };
	const missing = trace.state === 'partly' ? from : [];
	if (trace.state === 'not-applicable' || trace.claimed >= trace.of) return { paragraphs: [], missing };
	const criterion = criteriaOf(rubric).find(({ id }) => id === line.id);
	const answer = lines[line.id]?.answer;
	const judged = criterion && judge(awardsOf(criterion), answer);
	const isChoice = answer !== undefined && 'choice' in answer;
	const gap = judged ? sayGap(line, judged, isChoice, form) : '';
	if (!gap) return { paragraphs: [], missing };
	const points = fill(words.points, trace.claimed, trace.of);
	return {
		paragraphs: [{ key: `gap ${line.id}`, sentences: [gap, points].map((text) => ({ text, from })) }],
		missing,
	};
}
