import { mark } from '../../paperwork/paperwork.ts';
import { findingWords } from '../../strings/finding-words.ts';
import { longDate } from '../../text/dates.ts';
import type { WalkProblem } from './problems.ts';
import type { Entry, Walk } from './walk-session.ts';
import { sayUnreadable } from './words.ts';

/* What was found on the walk in plain words, to be pasted anywhere. */

interface Given {
	title: string;
	unit: string;
	today: string;
	problems: readonly WalkProblem[];
	walk: Walk;
}

function entryInWords({ record: { finding, who, due, note }, unreadable }: Entry): string[] {
	if (unreadable) return [sayUnreadable(unreadable)];
	if (finding === 'open' && !who && !due && !note) return [];
	const said = [
		['结果', finding === 'open' ? '还没有定' : findingWords[finding]],
		['责任人', who],
		['整改时限', due],
		['备注', note],
	];
	return said.flatMap(([name, words]) => (words ? [`${name}：${words}`] : []));
}

/** One problem after another; those of which nothing is said are left out. */
export function walkInWords({ title, unit, today, problems, walk }: Given): string {
	const told = problems.flatMap(({ clause, text, source }) => {
		const entry = walk[clause];
		const said = entry ? entryInWords(entry) : [];
		return said.length > 0 ? [[`${text}（${source}）`, ...said]] : [];
	});
	const head = [
		title,
		...(unit.trim() ? [`单位：${unit.trim()}`] : []),
		longDate(today),
		`${mark}。问题出自讲课笔记，不是规定。`,
	];
	const body = told.map(([problem, ...said], i) => [`${i + 1}. ${problem}`, ...said].join('\n'));
	return [head.join('\n'), ...(body.length > 0 ? body : ['这里没有记下的问题。'])].join('\n\n');
}
