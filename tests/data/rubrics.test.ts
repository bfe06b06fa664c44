import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { isScalar, parseDocument, visit } from 'yaml';
import { ContentError } from '../../src/clauses/fault.ts';
import { markReader, shownText } from '../../src/clauses/marks.ts';
import { type Library, loadLibrary } from '../../src/content/library.ts';
import { criteriaOf } from '../../src/rubric/criteria.ts';
import type { Branch } from '../../src/schemas/rubric.ts';
import { casesOf, outcome } from '../cases/case.ts';
import { thorough } from '../thorough.ts';
import { decidedMarks, markList } from './mark-list.ts';
import { copyOfContent } from './mutated.ts';
import { facts, factsOf } from './rubric-facts.ts';

const { rubrics, themes } = loadLibrary('.');
const copy = copyOfContent();
afterAll(copy.remove);

test.each(rubrics.map((rubric) => [rubric.id, rubric] as const))(
	'%s has the shape that its source has',
	(id, rubric) => {
		expect(factsOf(rubric)).toEqual(facts[id]);
	},
);

test('the C-labels of the national table carry their points', () => {
	const [national] = rubrics.filter(({ id }) => id === 'national');
	const branches = (all: readonly Branch[]): Branch[] => all.flatMap((branch) => [branch, ...branches(branch.parts)]);
	const labels = branches(national?.sections ?? []).flatMap(({ label, points }) => {
		const shown = shownText(markReader().read(label));
		return /^C\d+/.test(shown) ? [[/^C\d+/.exec(shown)?.[0], points]] : [];
	});
	const points = [2, 2, 2, 2, 2, 2, 4, 2, 4, 6, 6, 6, 1, 2, 3, 6, 6, 6, 3, 3, 3, 4, 3, 5, 5, 2, 8];
	expect(labels).toEqual(points.map((value, i) => [`C${i + 1}`, value]));
});

test('every line stands in exactly one theme, and each table has themes of its own or none to share', () => {
	const placed = themes.flatMap(({ lines }) =>
		Object.entries(lines).flatMap(([rubric, ids]) => ids.map((id) => `${rubric}/${id}`)),
	);
	expect(new Set(placed).size).toBe(placed.length);
	expect(placed.length).toBe(46 + 38 + 38);
	for (const { id } of rubrics)
		expect(
			themes.some(({ lines }) => Object.keys(lines).join() === id),
			id,
		).toBe(id !== 'national');
});

// ── Single changes ──

/** Our own wording and the order of lists: changing these changes no fact. */
const ours = new Set(['order', 'title', 'short', 'called', 'used-for', 'means', 'reading', 'lines', 'holds']);

interface Change {
	at: string;
	text: string;
}

/** Every number one more, every other value without its last character, with one doubled, or with one replaced. */
function changes(source: string): Change[] {
	const found: Change[] = [];
	visit(parseDocument(source), {
		Scalar(key, node, path) {
			if (key === 'key' || !node.range) return;
			const names = path.flatMap((step) => ('key' in step && isScalar(step.key) ? [String(step.key.value)] : []));
			const name = names.at(-1) ?? '';
			if (ours.has(name) || (names.includes('threshold') && name === 'name')) return;
			const [start, end] = node.range;
			const written = source.slice(start, end);
			const at = `${names.join('.')} ${written.slice(0, 30)}`;
			const replace = (value: string) => {
				if (value !== written) found.push({ at, text: source.slice(0, start) + value + source.slice(end) });
			};
			if (typeof node.value === 'number') {
				replace(String(node.value + 1));
				return;
			}
			const quoted = /^['"]/.test(written);
			const [from, to] = quoted ? [1, written.length - 1] : [0, written.length];
			const inner = written.slice(from, to);
			const middle = Math.floor(inner.replace(/\s*\/\/.*$/, '').length / 2);
			const wrap = (value: string) => replace(written.slice(0, from) + value + written.slice(to));
			wrap(inner.slice(0, -1));
			wrap(`${inner.slice(0, middle)}某${inner.slice(middle + 1)}`);
		},
	});
	return found;
}

/** Whether the validator, the list of marks, the facts or the cases notice. */
function noticed(file: string, text: string): boolean {
	let changed: Library;
	try {
		changed = copy.libraryWith(file, text);
	} catch (error) {
		if (error instanceof ContentError) return true;
		throw error;
	}
	if (changed.documents.some((document) => !isDeepStrictEqual(markList(document), decidedMarks[document.id])))
		return true;
	return changed.rubrics.some((rubric) => {
		if (!isDeepStrictEqual(factsOf(rubric), facts[rubric.id])) return true;
		return casesOf(rubric.id).some((each) => {
			try {
				return !isDeepStrictEqual(outcome(rubric, each), each.expect);
			} catch {
				return true;
			}
		});
	});
}

describe('single changes', () => {
	test.each(rubrics.map(({ file }) => file))('in %s none slips through', (file) => {
		const source = readFileSync(file, 'utf8');
		expect(noticed(file, source), 'unchanged').toBe(false);
		const all = changes(source);
		// Every change is tried by TRY_ALL=1; a run of the suite tries an even spread of them, a quick one a third of it.
		const step = process.env.TRY_ALL ? 1 : Math.ceil(all.length / 120) * (thorough ? 1 : 3);
		const tried = all.filter((_, i) => i % step === 0);
		expect(tried.length).toBeGreaterThanOrEqual(thorough ? 80 : 27);
		const slipped = tried.filter(({ text }) => !noticed(file, text)).map(({ at }) => at);
		console.log(`${file}: ${tried.length} of ${all.length} single changes tried, ${slipped.length} slipped through`);
		expect(slipped).toEqual([]);
	});
});

// ── The validator on bad data ──

const shenzhen = 'rubrics/shenzhen-2022.yaml';
const crosswalk = 'rubrics/crosswalk.yaml';

test.each<[string, string, string | RegExp, string, RegExp]>([
	['an unknown key', shenzhen, 'stamp: true', 'stemp: true', /shenzhen-2022\.yaml:\d+: the key “stemp” is unknown/],
	[
		'an option without points',
		shenzhen,
		/name: 良好\n +points: 1\.5\n/,
		'name: 良好\n',
		/shenzhen-2022\.yaml:\d+: “.*points”: Invalid input/,
	],
	[
		'two rules in a line',
		shenzhen,
		'                tail: 注：需提供标准文本及编制说明，并加盖单位公章。',
		'                all-or-nothing: 甲\n                tail: 注：需提供标准文本及编制说明，并加盖单位公章。',
		/b19: has 2 rules/,
	],
	['a wrong total', shenzhen, 'total: 100', 'total: 99', /the sections hold 100 points and the table says 99/],
	['a wrong section', shenzhen, 'points: 16\n', 'points: 17\n', /“A1工作机制（16）” holds 16 points and says 17/],
	['points against the text', shenzhen, 'points: 1.5', 'points: 1.4', /b1: “良好” gives 1\.4, its text says 1\.5/],
	[
		'a clause that is not there',
		shenzhen,
		'xize-2013#art-16,',
		'xize-2013#art-61,',
		/b1: points to xize-2013#art-61, which does not exist/,
	],
	[
		'a quotation that is not there',
		shenzhen,
		'quote: 标准化规划、年度工作计划有效实施情况',
		'quote: 标准化规划、年度工作计划实施情况',
		/b5: “标准化规划、年度工作计划实施情况” is not a phrase of xize-2013#art-34\.3/,
	],
	['a duplicate id', shenzhen, 'id: b2\n', 'id: b1\n', /the clause id “annex-2\.b1” is taken already/],
	['a threshold without its sentence', shenzhen, 'points: 85', 'points: 80', /the threshold 80 is not in/],
	['a table in no document', shenzhen, 'anchor: annex-2', 'anchor: annex-1', /there is no shenzhen-2022#annex-1\.b1/],
	[
		'a line in no theme',
		crosswalk,
		'shenzhen-2022: [b1]',
		'shenzhen-2022: [b2]',
		/shenzhen-2022\/b1 stands in no theme/,
	],
	[
		'a line in two themes',
		crosswalk,
		'shenzhen-2022: [b1]',
		'shenzhen-2022: [b1, b2]',
		/shenzhen-2022\/b2 stands in another theme already/,
	],
	[
		'a theme with an unknown line',
		crosswalk,
		'shenzhen-2022: [b1]',
		'shenzhen-2022: [b1, b99]',
		/there is no line shenzhen-2022\/b99/,
	],
	[
		'a teacher’s words among the rules',
		shenzhen,
		'clause: xize-2013#art-16, quote: 试点单位应当成立由主要负责人任组长的试点工作领导小组',
		'clause: training-2022#s1, quote: 要求是单位领导担任组长和副组长',
		/b1: rests on training-2022#s1, which is no rule of another document/,
	],
	[
		'a quotation without words',
		shenzhen,
		'quote: 编制标准明细表',
		'quote: ，',
		/b10: “，” is not a phrase of xize-2013#art-15\.1/,
	],
	['a cut-off quotation', shenzhen, 'quote: 编制标准明细表', 'quote: 制标准明细', /b10: “制标准明细” is not a phrase/],
	[
		'a part that a line has not',
		crosswalk,
		'jiguan-shiwu/n33: 公开服务流程',
		'jiguan-shiwu/n33: 公开流程',
		/openness: jiguan-shiwu\/n33 has no part “公开流程”/,
	],
	['two tables in one place', shenzhen, 'order: 2', 'order: 1', /another table has the order 1 too/],
])('%s is told by name', (_, file, from, to, message) => {
	const source = readFileSync(file, 'utf8');
	const spoilt = source.replace(from, to);
	expect(spoilt).not.toBe(source);
	expect(copy.faultsWith(file, spoilt)).toMatch(message);
});

test('the validator saw lines, quotations and marks', () => {
	const lines = rubrics.flatMap(criteriaOf);
	expect(lines.length).toBe(122);
	expect(lines.flatMap(({ clauses }) => clauses).length).toBeGreaterThan(100);
	expect(lines.flatMap(({ examples = [] }) => examples).length).toBeGreaterThan(12);
});
