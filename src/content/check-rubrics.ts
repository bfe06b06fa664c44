import type { Fault } from '../clauses/fault.ts';
import type { Links } from '../clauses/links.ts';
import { markReader, shownText } from '../clauses/marks.ts';
import { criteriaOf } from '../rubric/criteria.ts';
import { fromHundredths, toHundredths } from '../rubric/points.ts';
import { ruleLines } from '../rubric/printed-table.ts';
import { keyOf } from '../rubric/rules/award.ts';
import { awardsOf, kindOf } from '../rubric/rules.ts';
import { dataOf } from '../rubric/rules-data.ts';
import type { Citation } from '../schemas/citation.ts';
import type { Document } from '../schemas/document.ts';
import type { Award, Branch, Criterion, Rubric } from '../schemas/rubric.ts';
import { type Finding, quotationFault, quotes } from './quotations.ts';

/** What is wrong with a record, and what to do about it. */
type Rule<T> = (record: T) => (Finding | false)[];

const shown = (text: string): string => shownText(markReader().read(text));
const sum = (numbers: readonly number[]): number => Math.round(numbers.reduce((a, b) => a + b, 0) * 100) / 100;

/** The points a text states: “得1.5分”, “加 4 分”. */
const statedIn = (text: string): number[] =>
	Array.from(shown(text).matchAll(/[得加]\s*(\d+(?:\.\d+)?)\s*分/g), ([, points]) => Number(points));

/** The points a label states: “B1组织管理（4分）”, “A1工作机制（16）”. */
const labelPoints = (label: string): number | undefined => {
	const stated = /（\s*(\d+(?:\.\d+)?)\s*分?）$/.exec(shown(label).trim());
	return stated ? Number(stated[1]) : undefined;
};

const bestOf = ({ rule }: Criterion): number =>
	fromHundredths(kindOf(rule).best(rule, ({ points }) => toHundredths(points)));

// ── One line ──

const wordsOf = (criterion: Criterion): string =>
	[criterion.matter, ...ruleLines(criterion)].map((text) => shown(text ?? '')).join('\n');

const pointsAreTheBest: Rule<Criterion> = (criterion) => [
	bestOf(criterion) !== criterion.points && [
		`the rule gives at most ${bestOf(criterion)}, the line says ${criterion.points}.`,
		'Make them agree with the source.',
	],
];

/** 👍 {points: 2, text: …得2分}  👎 {points: 3, text: …得2分} */
const pointsAreAsStated: Rule<Criterion> = ({ rule, tail }) => {
	const common = statedIn(tail ?? '');
	const wrong = (award: Award): Finding | false => {
		const stated = award.text === undefined ? [] : statedIn(award.text);
		const [expected = common[0]] = stated;
		return (
			expected !== undefined &&
			award.points !== expected &&
			award.text !== undefined && [
				`“${award.name}” gives ${award.points}, its text says ${expected}.`,
				'Mend the points or the text.',
			]
		);
	};
	return awardsOf({ rule }).map(wrong);
};

const ruleIsSound: Rule<Criterion> = (criterion) =>
	dataOf(criterion.rule)
		.faults(criterion.rule, wordsOf(criterion))
		.map(([problem, remedy]): Finding => [problem, remedy]);

const nothingIsNamed: Rule<Criterion> = ({ rule }) =>
	awardsOf({ rule }).map(
		({ name, points, text }): Finding | false =>
			points === 0 &&
			text === undefined &&
			name !== '不得分' && [`“${name}” gives nothing and has no words.`, 'Name it 不得分.'],
	);

/** Answers go by keys. */
const keysAreUnique: Rule<Criterion> = ({ rule }) => {
	const keys = awardsOf({ rule }).map(keyOf);
	return keys.map(
		(key, i): Finding | false => keys.indexOf(key) !== i && [`the key “${key}” is there twice.`, 'Give one its own.'],
	);
};

const namesAreTheirWords: Rule<Criterion> = ({ rule }) => {
	const awards = awardsOf({ rule });
	const names = awards.map(({ name }) => name);
	return [
		...names.map(
			(name, i): Finding | false => names.indexOf(name) !== i && [`“${name}” is there twice.`, 'Rename one.'],
		),
		...awards.map(({ name, text }): Finding | false => {
			if (text === undefined || name === '得分') return false;
			const grade = /^(.{2})：/.exec(shown(text))?.[1];
			const fits = grade === undefined ? shown(text).includes(name) : name === grade;
			return !fits && [`“${name}” is not among the words of its text.`, 'Name it by words of its own.'];
		}),
	];
};

const otherReadingHasItsReason: Rule<Criterion> = ({ rule, applies, reading }) => {
	const twoWays = applies !== undefined || awardsOf({ rule }).some(({ other }) => other !== undefined);
	return [
		twoWays !== (reading !== undefined) && [
			'a line has a `reading` exactly when it can be read in two ways.',
			'Give the reason, or remove it.',
		],
		...awardsOf({ rule }).map(
			({ name, points, other = points }): Finding | false =>
				other < points && [
					`“${name}” gives less under the other reading.`,
					'The cautious reading counts: exchange the two.',
				],
		),
	];
};

const citesOnce: Rule<Criterion> = ({ clauses, examples = [] }) =>
	[...clauses, ...examples].map(({ clause, quote }, i, all): Finding | false => {
		const first = all.findIndex((other) => other.clause === clause && other.quote === quote);
		return first !== i && [`“${quote}” of ${clause} is cited twice.`, 'Remove one.'];
	});

const ownQuotations: Rule<Criterion> = (criterion) => {
	const own = [criterion.evidence, ...(criterion.applies ?? []).map(({ quote }) => quote)];
	return [
		...own.map(
			(quote): Finding | false =>
				quote !== undefined &&
				!quotes(wordsOf(criterion), quote) && [
					`“${quote}” is not a phrase of the line.`,
					'Copy it from the line, whole.',
				],
		),
		...(criterion.applies ?? []).map(
			({ sector, quote }): Finding | false =>
				!quote.includes(sector) && [`“${quote}” does not name ${sector}.`, 'Name the sector as the line does.'],
		),
		wordsOf(criterion).includes('公章') !== (criterion.stamp === true) && [
			'`stamp` and the words of the line disagree about the stamp.',
			'Set stamp: true exactly when the line asks for 公章.',
		],
	];
};

const lineRules: Rule<Criterion>[] = [
	pointsAreTheBest,
	pointsAreAsStated,
	ruleIsSound,
	nothingIsNamed,
	keysAreUnique,
	namesAreTheirWords,
	otherReadingHasItsReason,
	citesOnce,
	ownQuotations,
];

// ── One branch ──

const pointsOf = ({ points, parts, criteria }: Branch): number =>
	points ?? sum([...parts.map(pointsOf), ...criteria.map((criterion) => criterion.points)]);

const branchAddsUp: Rule<Branch> = ({ label, points, parts, criteria }) => {
	const inside = sum([...parts.map(pointsOf), ...criteria.map((criterion) => criterion.points)]);
	const stated = labelPoints(label);
	return [
		points !== undefined &&
			inside !== points && [
				`“${shown(label)}” holds ${inside} points and says ${points}.`,
				'Find the line that is wrong.',
			],
		stated !== points && [
			`“${shown(label)}” is printed with ${stated ?? 'no'} points, the file says ${points ?? 'none'}.`,
			'Make them agree.',
		],
		...criteria.flatMap(({ id, rule }) =>
			awardsOf({ rule }).map(
				({ name, other = 0 }): Finding | false =>
					other > (points ?? inside) && [
						`${id}: “${name}” would give more than “${shown(label)}” has.`,
						'Lower `other`.',
					],
			),
		),
		parts.length === 0 && criteria.length === 0 && [`“${shown(label)}” is empty.`, 'Give it lines.'],
	];
};

/** 👍 C7体系完整性 holds c7-1, c7-2  👎 C7体系完整性 holds c7-1, c8-1 */
const idsFollowLabels: Rule<Branch> = ({ label, criteria }) => {
	const head = /^([A-Z]\d+)/.exec(shown(label))?.[1]?.toLowerCase();
	return criteria.map(
		({ id, number }, i): Finding | false =>
			number === undefined &&
			id !== `${head}-${i + 1}` && [`the line is called ${id}, by its place it is ${head}-${i + 1}.`, 'Mend the id.'],
	);
};

const branchesIn = (branch: Branch): Branch[] => [branch, ...branch.parts.flatMap(branchesIn)];

// ── One table ──

const numbersRun: Rule<Rubric> = (rubric) =>
	[criteriaOf(rubric).filter(({ number }) => number !== undefined), rubric.vetoes?.lines ?? []].flatMap((lines) => {
		const letter = lines[0]?.id[0];
		return lines.map(
			({ id, number }, i): Finding | false =>
				(number !== i + 1 || id !== `${letter}${i + 1}`) && [
					`${id} is number ${number}, by its place it is ${letter}${i + 1}.`,
					'Mend the number and the id.',
				],
		);
	});

const idsAreUnique: Rule<Rubric> = (rubric) => {
	const ids = [...criteriaOf(rubric), ...(rubric.vetoes?.lines ?? []), ...rubric.conditions].map(({ id }) => id);
	return ids.map((id, i): Finding | false => ids.indexOf(id) !== i && [`${id} is there twice.`, 'Mend one of them.']);
};

const totalAddsUp: Rule<Rubric> = ({ sections, total }) => [
	sum(sections.map(pointsOf)) !== total && [
		`the sections hold ${sum(sections.map(pointsOf))} points and the table says ${total}.`,
		'Find the section that is wrong.',
	],
];

const thresholdIsStated: Rule<Rubric> = ({ threshold }) => [
	threshold !== undefined &&
		!RegExp(`(?<!\\d)${threshold.points}分`).test(threshold.quote) && [
			`the threshold ${threshold.points} is not in “${threshold.quote}”.`,
			'Quote the sentence that sets it.',
		],
];

/** Every quotation of a table with the record that gives it. */
function citationsOf(rubric: Rubric): [string, Citation][] {
	const lines = [...criteriaOf(rubric), ...(rubric.vetoes?.lines ?? [])];
	return [
		...lines.flatMap((line) =>
			[...line.clauses, ...('examples' in line ? (line.examples ?? []) : [])].map((citation): [string, Citation] => [
				line.id,
				citation,
			]),
		),
		...(rubric.threshold ? [['threshold', rubric.threshold] satisfies [string, Citation]] : []),
		...(rubric.vetoes ? [['vetoes', rubric.vetoes.rule] satisfies [string, Citation]] : []),
		...rubric.conditions.map(({ id, text, clause }): [string, Citation] => [id, { clause, quote: text }]),
	];
}

export function checkRubric(rubric: Rubric, documents: readonly Document[], links: Links): Fault[] {
	const { file } = rubric;
	const run = <T>(rules: Rule<T>[], records: readonly T[], name: (record: T) => string): Fault[] =>
		records.flatMap((record) =>
			rules.flatMap((rule) =>
				rule(record).flatMap((finding) =>
					finding ? [{ file, problem: `${name(record)}: ${finding[0]}`, remedy: finding[1] }] : [],
				),
			),
		);
	const quotationStands: Rule<[string, Citation]> = ([, { clause, quote }]) => [quotationFault(links, clause, quote)];
	const kindOf = (clause: string) => documents.find(({ id }) => id === clause.split('#')[0])?.meta.kind;
	const citesTheRightKind: Rule<Criterion> = ({ clauses, examples = [] }) => [
		...clauses.map(
			({ clause }): Finding | false =>
				(kindOf(clause) === 'notes' || clause.startsWith(`${rubric.document}#`)) && [
					`rests on ${clause}, which is no rule of another document.`,
					'Rules go under clauses, a teacher’s words under examples.',
				],
		),
		...examples.map(
			({ clause }): Finding | false =>
				kindOf(clause) === 'official' && [`gives ${clause} as an example, which is a rule.`, 'Put it under clauses.'],
		),
	];
	const { anchor = '', vetoes } = rubric;
	const standsInItsDocument: Rule<[string, string]> = ([id, around]) => {
		const clause = around === '' ? id : `${around}.${id}`;
		return [
			!links.clause(rubric.document, clause) && [
				`there is no ${rubric.document}#${clause}.`,
				'Mend `document` or `anchor`, or put {table: …} into the document.',
			],
		];
	};
	const places = [
		...criteriaOf(rubric).map(({ id }): [string, string] => [id, anchor]),
		...(vetoes?.lines ?? []).map(({ id }): [string, string] => [id, vetoes?.anchor ?? '']),
	];
	return [
		...run([...lineRules, citesTheRightKind], criteriaOf(rubric), ({ id }) => id),
		...run([standsInItsDocument], places, ([id]) => id),
		...run([branchAddsUp, idsFollowLabels], rubric.sections.flatMap(branchesIn), ({ label }) => shown(label)),
		...run([numbersRun, idsAreUnique, totalAddsUp, thresholdIsStated], [rubric], ({ id }) => id),
		...run([quotationStands], citationsOf(rubric), ([id]) => id),
	];
}
