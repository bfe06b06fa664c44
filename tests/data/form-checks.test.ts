import { expect, test } from 'vitest';
import { checkFormChecks } from '../../src/content/form-checks.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { bars } from '../../src/forms/checks/bars.ts';
import { checkIds } from '../../src/forms/checks/check-all.ts';
import { printedForms } from '../../src/forms/checks/told.ts';
import { type FormCheck, formCheck } from '../../src/schemas/form-check.ts';

const { formChecks, facts, forms, plan, links } = loadLibrary('.');

const found = (...checks: FormCheck[]) =>
	checkFormChecks(checks, facts, forms, plan.events, links)
		.map(({ problem }) => problem)
		.join('\n');

const [first, ...rest] = formChecks as [FormCheck, ...FormCheck[]];

test('nothing is wrong with ours', () => {
	expect(found(first, ...rest)).toBe('');
	expect(formChecks.length).toBeGreaterThan(24);
});

test('each check is there in data and in code', () => {
	expect(formChecks.map(({ id }) => id).sort()).toEqual([...checkIds].sort());
});

test('what bars are three periods of the plan, each by its words, as long and between the same events', () => {
	const barring = formChecks.filter((check) => check.bars);
	expect(barring.map(({ id }) => id)).toEqual(Object.keys(bars));
	for (const { id, because } of barring) {
		const period = plan.periods.find((each) => each.id === id);
		const { 'ahead-of': _, ...bound } = period?.bounds?.[0] ?? {};
		expect(because[0]?.clause, id).toBe(period?.because.at(id === 'two-years-shut-out' ? 1 : 0)?.clause);
		const eventOf = (place = '') => plan.events.find(({ typed }) => typed === place)?.id;
		const { since, act, length } = bars[id] ?? {};
		expect({ event: eventOf(act), must: 'not-before', than: eventOf(since), after: length }, id).toEqual(bound);
	}
});

test('the code knows every form that is printed, and no other', () => {
	expect([...printedForms].sort()).toEqual(forms.flatMap(({ id, annex }) => (annex ? [id] : [])).sort());
});

test('where the source says 一般, so does the check', () => {
	for (const { name, because } of formChecks)
		if (because.some(({ quote }) => quote.includes('一般为'))) expect(name).toContain('一般为');
	expect(JSON.stringify(formChecks)).not.toContain('必须');
});

test.each([
	['an id that stands twice', [first, first], /running-half-a-year: stands twice/],
	[
		'words that do not stand there',
		[{ ...first, because: [{ clause: 'xize-2013#art-18.p2', quote: '运行未满一年的不得申请' }] }],
		/is not a phrase of xize-2013#art-18.p2/,
	],
	[
		'a clause that is not there',
		[{ ...first, because: [{ clause: 'xize-2013#art-99', quote: '运行未满半年' }] }],
		/art-99, which does not exist/,
	],
	['a fact that is not there', [{ ...first, about: ['nobody'] }], /no fact or field nobody/],
	['a field that is not there', [{ ...first, about: ['application#nothing'] }], /no fact or field application#nothing/],
	['a form that is not there', [{ ...first, about: ['request#goals'] }], /no fact or field request#goals/],
] as const)('%s is found', (_, checks, fault) => {
	expect(found(...(checks as readonly FormCheck[]))).toMatch(fault);
});

test.each([
	['rests on nothing', { id: 'x', name: '某项', about: ['begins'] }],
	['bars without a clause', { id: 'x', name: '某项', about: ['begins'], bars: true, standard: '常识' }],
	['is about nothing', { id: 'x', name: '某项', about: [], standard: '常识' }],
])('a check that %s is refused', (_, check) => {
	expect(formCheck.safeParse(check).success).toBe(false);
	expect(formCheck.safeParse({ id: 'x', name: '某项', about: ['begins'], standard: '常识' }).success).toBe(true);
});
