import type { ReadLine } from '../../evidence/papers.ts';
import type { Facts } from '../../pilots/facts.ts';
import { criteriaOf } from '../../rubric/criteria.ts';
import { maySkip } from '../../rubric/line.ts';
import type { Result, Trace } from '../../rubric/score.ts';
import type { Criterion, Rubric } from '../../schemas/rubric.ts';

/** Something that does not seem to fit; never more than a hint. */
export interface Hint {
	/** The line it is about; none for the whole check. */
	line?: string;
	text: string;
	/** The clause it comes from. */
	clause?: string;
}

/** One paper for more lines than this is worth a second look. */
const manyLines = 3;

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

interface Given {
	rubric: Pick<Rubric, 'sections'>;
	lines: { [line: string]: ReadLine };
	facts: Facts;
	result: Result;
}

export function hints({ rubric, lines, facts, result }: Given): Hint[] {
	const criteria = criteriaOf(rubric);
	const points = new Map(result.trace.map((trace) => [trace.id, trace]));
	return [
		...criteria.flatMap((criterion) => ofLine(criterion, lines[criterion.id], facts, points.get(criterion.id))),
		...sharedPapers(criteria, lines),
	];
}

function ofLine(criterion: Criterion, record: ReadLine | undefined, facts: Facts, points: Trace | undefined): Hint[] {
	const { id: line, label, applies } = criterion;
	const sector = facts.sector.trim() || undefined;
	const out: Hint[] = [];
	if (points && points.claimed > 0 && points.backed === 0)
		out.push({ line, text: `${label}填了 ${points.claimed} 分，还没有佐证。` });
	if (applies && sector && !record?.answer && maySkip(criterion, sector))
		out.push({
			line,
			text: `${label}仅针对${applies.map(({ sector }) => sector).join('、')}领域，本单位填的是${sector}，可以填不适用。`,
		});
	if (record?.answer && 'notApplicable' in record.answer) {
		if (!maySkip(criterion, sector))
			out.push({ line, text: `${label}填了不适用，而本单位属于它所针对的领域，要按实际填。` });
		if (!record.reason.trim()) out.push({ line, text: `${label}填了不适用，还没有写理由。` });
	}
	for (const { name, date } of record?.papers ?? []) {
		if (!isDate(date)) continue;
		const called = name || '一份佐证';
		if (isDate(facts.begins) && date < facts.begins)
			out.push({ line, text: `${label}的“${called}”（${date}）早于试点开始的 ${facts.begins}。` });
		if (isDate(facts.ends) && date > facts.ends)
			out.push({ line, text: `${label}的“${called}”（${date}）晚于试点结束的 ${facts.ends}。` });
	}
	return out;
}

const bare = (text: string) => text.normalize('NFKC').replaceAll(/[\s《》〈〉“”"'（）()]/g, '');

function sharedPapers(criteria: readonly Criterion[], lines: { [line: string]: ReadLine }): Hint[] {
	const carried = new Map<string, { name: string; labels: Set<string> }>();
	for (const { id, label } of criteria)
		for (const { name, number } of lines[id]?.papers ?? []) {
			const key = bare(name) || bare(number);
			if (!key) continue;
			const known = carried.get(key) ?? { name: name || number, labels: new Set() };
			known.labels.add(label);
			carried.set(key, known);
		}
	return [...carried.values()]
		.filter(({ labels }) => labels.size > manyLines)
		.map(({ name, labels }) => ({
			text: `“${name}”一份材料用在 ${labels.size} 项上：${[...labels].join('、')}。核对它是否都能证明。`,
		}));
}
