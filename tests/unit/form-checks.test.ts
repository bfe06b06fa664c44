import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadLibrary } from '../../src/content/library.ts';
import {
	addMonths,
	dayAfter,
	daysFromTo,
	halfYearAfter,
	threeMonthsBefore,
	yearsAfter,
} from '../../src/dates/months.ts';
import { checkAll, checkIds, type Hint } from '../../src/forms/checks/check-all.ts';
import { creditCheck, organisationCheck } from '../../src/forms/checks/check-characters.ts';
import type { Told } from '../../src/forms/checks/told.ts';

const { formChecks, facts: groups, forms } = loadLibrary('.');

interface Case {
	check: string;
	name: string;
	today?: string;
	facts?: Record<string, string>;
	/** By form#field: what is said there, or its rows. */
	own?: Record<string, string | Record<string, string>[]>;
	standing?: Told['standing'];
	/** Words of each hint of the check. */
	finds: string[];
}

const cases: Case[] = ['form-checks', 'form-checks-apart'].flatMap((list) =>
	parse(readFileSync(`tests/cases/${list}.yaml`, 'utf8')),
);

const toldOf = ({
	today = '2025-06-01',
	facts = {},
	own = {},
	standing,
}: Omit<Case, 'check' | 'name' | 'finds'>): Told => ({
	today,
	fact: (id) => facts[id] ?? '',
	own: (form, field) => {
		const said = own[`${form}#${field}`];
		if (said === undefined) return undefined;
		return typeof said === 'string'
			? { said, rows: [] }
			: { said: '', rows: said.map((cells, i) => ({ id: `${i}`, cells })) };
	},
	...(standing && { standing }),
});

test.each(cases)('$check: $name', ({ check, finds, ...told }) => {
	const found = checkAll(toldOf(told)).filter((hint) => hint.check === check);
	const says = ({ text }: Hint, i: number) => finds.slice(i, i + 1).find((words) => text.includes(words)) ?? text;
	expect(found.map(says)).toEqual(finds);
});

test('every check has a case that it finds, and one that it does not', () => {
	for (const id of checkIds) {
		const mine = cases.filter(({ check }) => check === id);
		expect(
			mine.some(({ finds }) => finds.length > 0),
			`${id} finds nothing`,
		).toBe(true);
		expect(
			mine.some(({ finds }) => finds.length === 0),
			`${id} always finds`,
		).toBe(true);
	}
	expect(cases.map(({ check }) => check).filter((check) => !checkIds.includes(check))).toEqual([]);
});

const factIds = groups.flatMap(({ facts }) => facts.map(({ id }) => id));

const fieldIds = forms.flatMap(({ id, asked, sections = [] }) =>
	[...asked, ...sections].flatMap(({ field }) => (field ? [`${id}#${field}`] : [])),
);

/** Of our own content: each hint is one of its check, about what the check is about, and says a sentence. */
function expectSound({ check, at, forms: named, bars, text }: Hint) {
	const known = formChecks.find(({ id }) => id === check);
	expect(known, check).toBeDefined();
	expect(bars).toBe(known?.bars ?? false);
	expect(at.length).toBeGreaterThan(0);
	for (const place of at) {
		const [, facts] = /#own\.(.+)$/.exec(place) ?? [];
		for (const one of facts?.split('.') ?? [place]) expect(known?.about, `${check} is about ${place}`).toContain(one);
	}
	for (const form of named) expect(forms.map(({ id }) => id)).toContain(form);
	expect(text).toMatch(/。$/);
}

describe('whatever is said', () => {
	const word = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 30 }),
		fc.constantFrom(
			'2025-03-01',
			'2023-08-31',
			'2028年2月29日',
			'２０２６．１．１',
			'2025年3月至5月',
			'0000-00-00',
			'长期',
		),
		fc.constantFrom(
			'甲某、乙某',
			'自评92分，46个评分项',
			'无',
			'一是',
			'某市某局',
			'９１４４０３００71526726XG',
			'029-1',
			'3天',
		),
	);
	const rows = fc.array(
		fc.record({ when: word, what: word, who: word, name: word, post: word, phone: word }, { requiredKeys: [] }),
		{ maxLength: 9 },
	);
	const overrides = factIds.flatMap((fact) => forms.map(({ id }) => `${id}#own.${fact}`));
	const places = [...fieldIds, ...overrides, 'application#own.begins.ends'];
	const told = fc.record(
		{
			facts: fc.dictionary(fc.constantFrom(...factIds), word, { maxKeys: 40 }),
			own: fc.dictionary(fc.constantFrom(...places), fc.oneof(word, rows), { maxKeys: 40 }),
			standing: fc.record({ claimed: word, total: word, done: fc.nat(50), lines: fc.nat(50) }),
			today: fc.constantFrom('2024-02-29', '2025-06-01', '2030-12-31'),
		},
		{ requiredKeys: ['today'] },
	);

	test('nothing breaks it, and every hint is one that the data know', () => {
		const found = new Set<string>();
		fc.assert(
			fc.property(told, (said) => {
				const hints = checkAll(toldOf(said as Parameters<typeof toldOf>[0]));
				for (const hint of hints) {
					expectSound(hint);
					found.add(hint.check);
				}
				expect(hints.map(({ bars }) => bars)).toEqual([...hints.map(({ bars }) => bars)].sort().reverse());
			}),
			{ numRuns: 500 },
		);
		expect(found.size).toBeGreaterThan(20);
	});

	test('so is every hint of the cases, and of nothing said there is none', () => {
		for (const each of cases) checkAll(toldOf(each)).forEach(expectSound);
		expect(checkAll(toldOf({}))).toEqual([]);
	});
});

describe('months', () => {
	test.each([
		['2025-08-31', -6, '2025-02-28'],
		['2024-08-31', -6, '2024-02-29'],
		['2025-08-31', 6, '2026-02-28'],
		['2025-03-31', -1, '2025-02-28'],
		['2025-01-31', 1, '2025-02-28'],
		['2025-02-28', 1, '2025-03-28'],
		['2024-02-29', 12, '2025-02-28'],
		['2024-02-29', 48, '2028-02-29'],
		['2025-12-31', 1, '2026-01-31'],
		['2025-12-15', 0, '2025-12-15'],
		['2025-01-01', -1, '2024-12-01'],
		['2025-01-31', -14, '2023-11-30'],
	] as const)('%s and %i months is %s', (day, months, then) => {
		expect(addMonths(day, months)).toBe(then);
	});

	test('the periods of the rules', () => {
		expect(halfYearAfter('2025-03-01')).toBe('2025-09-01');
		expect(threeMonthsBefore('2026-05-31')).toBe('2026-02-28');
		expect(yearsAfter('2024-02-29', 3)).toBe('2027-02-28');
		expect(dayAfter('2024-02-28')).toBe('2024-02-29');
		expect(dayAfter('2025-12-31')).toBe('2026-01-01');
		expect(daysFromTo('2024-02-28', '2024-03-01')).toBe(3);
	});

	/** Day by day through the calendar, without months' lengths. */
	test('every day of eight years, against a calendar walked day by day', () => {
		const days = [];
		for (let day = '2023-01-01'; day < '2031-01-01'; day = dayAfter(day)) days.push(day);
		expect(days.length).toBe(2922);
		const known = new Set(days);
		for (const day of days)
			for (const months of [-36, -6, -3, -1, 1, 3, 6, 24, 36]) {
				const then = addMonths(day, months);
				if (then < '2023-01-01' || then >= '2031-01-01') continue;
				expect(known.has(then), `${day} ${months}`).toBe(true);
				const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
				expect(Number(then.slice(0, 4)) * 12 + Number(then.slice(5, 7))).toBe(year * 12 + month + months);
				const same = then.slice(8) === day.slice(8);
				expect(same || (then.slice(8) < day.slice(8) && dayAfter(then).endsWith('-01')), `${day} ${months}`).toBe(true);
				if (!same) expect(known.has(`${then.slice(0, 8)}${day.slice(8)}`), `${day} ${months}`).toBe(false);
			}
	});
});

describe('check characters', () => {
	test.each(['9144030071526726XG', '914403001922038216', '91110000802100433B'])('%s is a code', (code) => {
		expect(creditCheck(code.slice(0, 17))).toBe(code[17]);
		expect(organisationCheck(code.slice(8, 16))).toBe(code[16]);
	});

	test('one wrong character of the first seventeen is always found', () => {
		const code = '9144030071526726X';
		for (const [i, right] of Array.from(code).entries())
			for (const wrong of '0123456789ABCDEFGHJKLMNPQRTUWXY')
				if (wrong !== right) expect(creditCheck(code.slice(0, i) + wrong + code.slice(i + 1))).not.toBe('G');
	});
});
