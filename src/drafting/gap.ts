import { wholeAward } from '../rubric/rules/choice.ts';
import type { Trace } from '../rubric/score.ts';
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

function sayGap(
	line: TableLine,
	{ state, missing }: Trace,
	answer: SavedAnswer | undefined,
	form: DraftedTable,
): string {
	const subject = subjectOf(line);
	const undone = (names: readonly string[]) => fill(words.undone, subject, names.join(itemised));
	if (answer && 'choice' in answer)
		return missing.includes(wholeAward)
			? fill(words.undoneWhole, subject, asked(line, form))
			: fill(words.below, subject, missing.join(itemised));
	if (answer && 'parts' in answer) {
		const refused = missing.filter((name) => answer.parts[name] === false);
		// A part that was renamed goes by another name; where all are answered, all that are missing were refused.
		const names = state === 'answered' ? missing : refused;
		return names.length > 0 ? undone(names) : '';
	}
	const none = missing.filter((name) => answer && 'counts' in answer && answer.counts[name] === 0);
	if (none.length > 0) return undone(none);
	return state === 'answered' ? fill(words.notFull, subject) : '';
}

export function gapOf(line: TableLine, { form, lines, result }: Pick<Told, 'form' | 'lines' | 'result'>): Draft {
	const trace = result.trace.find(({ id }) => id === line.id);
	const from = [lineOrigin(line)];
	if (!trace || trace.state === 'unanswered') return { paragraphs: [], missing: from };
	const missing = trace.state === 'partly' ? from : [];
	if (trace.state === 'not-applicable' || trace.claimed >= trace.of) return { paragraphs: [], missing };
	const gap = sayGap(line, trace, lines[line.id]?.answer, form);
	if (!gap) return { paragraphs: [], missing };
	const points = fill(words.points, trace.claimed, trace.of);
	return {
		paragraphs: [{ key: `gap ${line.id}`, sentences: [gap, points].map((text) => ({ text, from })) }],
		missing,
	};
}
