import { emptyLine } from '../../checks/saved.ts';
import { situationOf } from '../../checks/situation.ts';
import type { ReadLine } from '../../evidence/papers.ts';
import type { TableForm } from '../../papers/load-table-form.ts';
import type { Facts } from '../../pilots/facts.ts';
import { fromHundredths, toHundredths } from '../../rubric/points.ts';
import { type Result, score, type Trace } from '../../rubric/score.ts';
import { differences, say } from '../../settling/say.ts';
import { toldLine } from '../../settling/told.ts';

export interface ComparedLine {
	id: string;
	label: string;
	words: string;
	mine: string;
	theirs: string;
	/** In points, second less first; none for what bears no points. */
	difference?: number;
}

export interface Comparison {
	claimed: [number, number];
	difference: number;
	/** Vetoes and conditions first, then by points, most first. */
	rows: ComparedLine[];
	/** Nothing else was written differently either. */
	sameElsewhere: boolean;
}

export type Lines = { [line: string]: ReadLine };

const minus = (a: number, b: number): number => fromHundredths(toHundredths(a) - toHundredths(b));

export function compare(form: TableForm, facts: Facts, first: Lines, second: Lines): Comparison {
	const [a, b] = [first, second].map((lines) => score(form.rubric, situationOf(lines, facts))) as [Result, Result];
	const named = new Map([...form.conditions, ...form.vetoLines, ...form.lines].map((line) => [line.id, line]));
	const row = (id: string, mine: string, theirs: string, difference?: number): ComparedLine => ({
		id,
		label: named.get(id)?.label ?? id,
		words: named.get(id)?.words ?? '',
		mine,
		theirs,
		...(difference !== undefined && { difference }),
	});
	const answerOf = (lines: Lines, id: string) => say(lines[id]?.answer);
	const required = [...form.conditions, ...form.vetoLines]
		.filter(({ id }) => answerOf(first, id) !== answerOf(second, id))
		.map(({ id }) => row(id, answerOf(first, id), answerOf(second, id)));
	const scored = a.trace.flatMap((mine, i) => {
		const theirs = b.trace[i];
		if (!theirs) return [];
		const [said, saidThere] = [sayLine(mine, first), sayLine(theirs, second)];
		const difference = minus(theirs.claimed, mine.claimed);
		return said === saidThere ? [] : [row(mine.id, said, saidThere, difference)];
	});
	const size = ({ difference = 0 }: ComparedLine) => Math.abs(difference);
	return {
		claimed: [a.claimed, b.claimed],
		difference: minus(b.claimed, a.claimed),
		rows: [...required, ...scored.sort((x, y) => size(y) - size(x))],
		sameElsewhere: [...named.keys()].every(
			(id) => differences(toldLine, first[id] ?? emptyLine(), second[id] ?? emptyLine()).length === 0,
		),
	};
}

function sayLine({ id, state, claimed }: Trace, lines: Lines): string {
	if (state === 'unanswered') return '还没有填';
	return `${claimed} 分：${say(lines[id]?.answer)}`;
}
