import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadLibrary } from '../../src/content/library.ts';
import { readings, tiesIn } from '../../src/planning/course.ts';
import { plan } from '../../src/planning/plan.ts';

const { events, periods } = loadLibrary('.').plan;

interface Case {
	period: string;
	name: string;
	told: Record<string, string>;
	/** Readings by which the told days do not go together: both, the first, the second, or neither. */
	breaks?: 'both' | 'first' | 'second' | 'neither';
	/** An event that is not told, and how far it can go; a pair where the two readings differ. */
	of?: string;
	earliest?: string | [string | null, string | null] | null;
	latest?: string | [string | null, string | null] | null;
}

const cases: Case[] = parse(readFileSync('tests/cases/periods.yaml', 'utf8'));

const both = <T>(value: T | [T, T]): [T, T] => (Array.isArray(value) ? value : [value, value]);

test.each(cases)('$period: $name', ({ period: id, told, breaks, of, earliest, latest }) => {
	const only = periods.filter((period) => period.id === id);
	expect(only).toHaveLength(1);
	const days = new Map(Object.entries(told));
	for (const event of days.keys()) expect(events.some((each) => each.id === event)).toBe(true);
	const made = plan({ events, periods: only }, days, '2000-01-01');
	if (breaks !== undefined) {
		const by = [...new Set([...made.broken, ...made.squeezed].flatMap((each) => each.by))].sort();
		expect(by).toEqual({ both: [0, 1], first: [0], second: [1], neither: [] }[breaks]);
	}
	if (of === undefined) return;
	const row = made.rows.find(({ event }) => event.id === of);
	const [first, second = first] = row?.windows ?? [];
	if (earliest !== undefined)
		expect([first?.earliest?.day ?? null, second?.earliest?.day ?? null]).toEqual(both(earliest));
	if (latest !== undefined) expect([first?.latest?.day ?? null, second?.latest?.day ?? null]).toEqual(both(latest));
});

test('every period that reckons has six cases at least, and every case says something', () => {
	const reckoning = new Set(readings.flatMap((reading) => tiesIn(periods, reading).map(({ period }) => period)));
	expect(reckoning.size).toBeGreaterThan(18);
	for (const id of reckoning) expect(cases.filter(({ period }) => period === id).length, id).toBeGreaterThanOrEqual(6);
	for (const { name, breaks, of, earliest, latest } of cases)
		expect(breaks !== undefined || (of !== undefined && (earliest !== undefined || latest !== undefined)), name).toBe(
			true,
		);
});
