import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, compare, take, takeAll } from '../../src/drafting/compare.ts';

const text = (...paragraphs: string[]) => paragraphs.join('\n');

const told = (changes: readonly Change[]) => changes.map(({ was, stands, now, at }) => ({ was, stands, now, at }));

describe('what a new draft says otherwise', () => {
	const base = text('一、组织管理', '成立了领导小组。', '二、经费', '安排了经费。');

	test('nothing, where it says the same', () => {
		expect(compare({ base, stands: text('改过', '全部'), now: base })).toEqual([]);
	});

	test('a paragraph stands as it was taken over', () => {
		const now = base.replace('成立了领导小组。', '成立了领导小组。有《通知》为证。');
		const changes = compare({ base, stands: base, now });
		expect(told(changes)).toEqual([
			{ was: '成立了领导小组。', stands: '成立了领导小组。', now: '成立了领导小组。有《通知》为证。', at: 1 },
		]);
		expect(take(base, changes[0] as Change)).toBe(now);
	});

	test('a paragraph that the unit edited is found between its neighbours, even written anew', () => {
		const now = base.replace('安排了经费。', '安排了经费18万元。');
		const stands = text('前言', '一、组织管理', '成立了领导小组。', '二、经费', '财政每年拨款。');
		const [change, ...more] = compare({ base, stands, now }) as [Change];
		expect(more).toEqual([]);
		expect(told([change])).toEqual([
			{ was: '安排了经费。', stands: '财政每年拨款。', now: '安排了经费18万元。', at: 4 },
		]);
		expect(take(stands, change)).toBe(stands.replace('财政每年拨款。', '安排了经费18万元。'));
	});

	test('what is new goes behind what stands before it, in its order, whichever is taken first', () => {
		const now = text('一、组织管理', '成立了领导小组。', '设了办公室。', '配了人员。', '二、经费', '安排了经费。');
		const stands = base.replace('成立了领导小组。', '成立了由主任任组长的领导小组。');
		const [first, second] = compare({ base, stands, now }) as [Change, Change];
		expect(told([first, second])).toEqual([
			{ was: undefined, stands: undefined, now: '设了办公室。', at: 2 },
			{ was: undefined, stands: undefined, now: '配了人员。', at: 2 },
		]);
		const both = stands.replace('领导小组。', '领导小组。\n设了办公室。\n配了人员。');
		expect(take(take(stands, first), second)).toBe(both);
		expect(take(take(stands, second), first)).toBe(both);
		expect(told(compare({ base, stands: take(stands, first), now }))).toEqual([
			{ was: undefined, stands: undefined, now: '配了人员。', at: 3 },
		]);
	});

	test('what is not said any more goes, unless the unit took it out already', () => {
		const now = text('一、组织管理', '成立了领导小组。');
		const changes = compare({ base, stands: base, now });
		expect(told(changes).map(({ stands, now: fresh }) => [stands, fresh])).toEqual([
			['二、经费', undefined],
			['安排了经费。', undefined],
		]);
		expect(takeAll(base, changes)).toBe(now);
		expect(compare({ base, stands: now, now })).toEqual([]);
	});

	test('what the unit took out and is said otherwise now is offered where it stood', () => {
		const now = base.replace('成立了领导小组。', '成立了领导小组，主任任组长。');
		const stands = text('一、组织管理', '二、经费', '安排了经费。');
		const [change] = compare({ base, stands, now }) as [Change];
		expect(told([change])).toEqual([
			{ was: '成立了领导小组。', stands: undefined, now: '成立了领导小组，主任任组长。', at: 1 },
		]);
		expect(take(stands, change)).toBe(now);
	});

	test('a field edited meanwhile keeps what was typed', () => {
		const now = base.replace('安排了经费。', '安排了经费18万元。');
		const [change] = compare({ base, stands: base, now }) as [Change];
		expect(take(`新写的\n${base}`, change)).toBe(`新写的\n${now}`);
		const anew = base.replace('安排了经费。', '刚改过');
		expect(take(anew, change)).toBe(anew);
	});
});

/* Texts of paragraphs that are all different, and texts in which some are the same. */

const distinct = fc
	.uniqueArray(fc.nat(30), { maxLength: 12 })
	.map((all) => all.map((n) => `第${n}项：${'甲乙丙丁戊己庚辛'.slice(0, n % 8)}。`));

const edited = (paragraphs: readonly string[], whose: string) =>
	fc
		.array(fc.record({ how: fc.constantFrom('keep', 'keep', 'edit', 'drop', 'add'), own: fc.nat(9) }), {
			minLength: paragraphs.length,
			maxLength: paragraphs.length,
		})
		.map((edits) =>
			paragraphs.flatMap((each, i) => {
				const { how = 'keep', own = 0 } = edits[i] ?? {};
				if (how === 'drop') return [];
				if (how === 'add') return [each, `${whose}写的${i}${own}`];
				return [how === 'edit' ? `${each}（${whose}改${own}）` : each];
			}),
		);

const drawn = fc
	.tuple(distinct, distinct)
	.chain(([base, other]) =>
		fc.tuple(
			fc.constant(base),
			edited(base, '单位'),
			// A new draft keeps most of the old one.
			edited(base, '新稿').map((now) => [
				...now,
				...other.filter((each) => !base.includes(each) && !now.includes(each)),
			]),
		),
	)
	.map(([base, stands, now]) => ({ base: text(...base), stands: text(...stands), now: text(...now) }));

const repeated = fc
	.array(fc.constantFrom('甲', '乙', '丙', '甲乙', '甲乙丙', '', '甲丙乙'), { maxLength: 10 })
	.map((all) => all.join('\n'));

test('taking all where nothing was edited gives the new draft', () => {
	fc.assert(
		fc.property(repeated, repeated, (base, now) => {
			expect(takeAll(base, compare({ base, stands: base, now }))).toBe(now);
		}),
		{ numRuns: 2000 },
	);
	fc.assert(
		fc.property(drawn, ({ base, now }) => {
			const changes = compare({ base, stands: base, now });
			expect(takeAll(base, changes)).toBe(now);
			expect(changes.reduce(take, base)).toBe(now);
			expect(changes.reduceRight(take, base)).toBe(now);
		}),
		{ numRuns: 500 },
	);
});

test('each is one paragraph: nothing else in the field changes, and what was not taken stands', () => {
	fc.assert(
		fc.property(drawn, ({ base, stands, now }) => {
			const paragraphs = stands === '' ? [] : stands.split('\n');
			for (const change of compare({ base, stands, now })) {
				const wanted = [...paragraphs];
				wanted.splice(
					change.at,
					change.stands === undefined ? 0 : 1,
					...(change.now === undefined ? [] : [change.now]),
				);
				expect(change.stands === undefined || paragraphs[change.at] === change.stands).toBe(true);
				expect(take(stands, change)).toBe(wanted.join('\n'));
			}
		}),
		{ numRuns: 500 },
	);
});

test('in whichever order, the same; and taken twice, nothing more', () => {
	fc.assert(
		fc.property(drawn, fc.infiniteStream(fc.nat()), ({ base, stands, now }, stream) => {
			const changes = compare({ base, stands, now });
			const weights = [...changes.keys()].map(() => stream.next().value as number);
			const shuffled = [...changes.keys()].sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0));
			const all = takeAll(stands, changes);
			expect(shuffled.map((i) => changes[i] as Change).reduce(take, stands)).toBe(all);
			for (const change of changes) {
				const once = take(stands, change);
				expect(take(once, change)).toBe(once);
				expect(take(all, change)).toBe(all);
			}
		}),
		{ numRuns: 500 },
	);
});

test('what was taken is not offered again, and what was left is', () => {
	fc.assert(
		fc.property(drawn, ({ base, now }) => {
			const changes = compare({ base, stands: base, now });
			expect(compare({ base, stands: now, now })).toEqual([]);
			const [first, ...rest] = changes;
			if (!first) return;
			const left = compare({ base, stands: take(base, first), now });
			expect(left.map(({ now: fresh, was }) => [was, fresh])).toEqual(rest.map(({ now: fresh, was }) => [was, fresh]));
		}),
		{ numRuns: 500 },
	);
});

test('a thousand paragraphs are compared within two seconds of work, however much was changed', () => {
	const paragraphs = (word: string) =>
		text(...Array.from({ length: 1000 }, (_, i) => `${word}第${i * 7}条，办结${i}件。`));
	const begun = process.cpuUsage();
	const changes = compare({ base: paragraphs('一'), stands: paragraphs('二'), now: paragraphs('三') });
	expect(takeAll(paragraphs('二'), changes)).toBe(paragraphs('三'));
	// Others that want the processor do not count.
	const { user, system } = process.cpuUsage(begun);
	expect((user + system) / 1000).toBeLessThan(2000);
});
