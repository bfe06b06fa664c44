import { Temporal } from 'temporal-polyfill';
import { afterEach, expect, test } from 'vitest';
import { isRolled, shift, unshift, type Way } from '../../src/dates/shift.ts';

/* Our months against those of another author, on every day of twenty-one years. */

const first = Temporal.PlainDate.from('2020-01-01');
const days = Array.from({ length: 7_671 }, (_, i) => first.add({ days: i }));

const spans = [1, 2, 3, 6, 24, 36];
const ways: Way[] = ['after', 'before'];

const zone = process.env.TZ;
afterEach(() => {
	if (zone === undefined) delete process.env.TZ;
	else process.env.TZ = zone;
});

test('are all days of 2020 to 2040', () => {
	expect(days.at(-1)?.toString()).toBe('2040-12-31');
});

test.each(spans)('%i months after and before every day', (months) => {
	for (const day of days) {
		const [after, before] = [day.add({ months }), day.subtract({ months })];
		expect(shift(day.toString(), { months }, 'after')).toBe(after.toString());
		expect(shift(day.toString(), { months }, 'before')).toBe(before.toString());
		expect(isRolled(day.toString(), { months }, 'after')).toBe(after.day !== day.day);
		expect(isRolled(day.toString(), { months }, 'before')).toBe(before.day !== day.day);
	}
});

test.each([1, 90, 365])('%i days after and before every day', (count) => {
	for (const day of days) {
		expect(shift(day.toString(), { days: count }, 'after')).toBe(day.add({ days: count }).toString());
		expect(shift(day.toString(), { days: count }, 'before')).toBe(day.subtract({ days: count }).toString());
	}
});

test.each(spans)('the days that come to a day by %i months are found from it', (months) => {
	const moved = (day: Temporal.PlainDate, way: Way) =>
		way === 'after' ? day.add({ months }) : day.subtract({ months });
	for (const way of ways)
		for (const day of days) {
			const last = Temporal.PlainDate.from(unshift(day.toString(), { months }, way, 'last'));
			const firstOne = Temporal.PlainDate.from(unshift(day.toString(), { months }, way, 'first'));
			const against = (each: Temporal.PlainDate) => Temporal.PlainDate.compare(moved(each, way), day);
			expect(against(last) <= 0 && against(last.add({ days: 1 })) > 0).toBe(true);
			expect(against(firstOne) >= 0 && against(firstOne.subtract({ days: 1 })) < 0).toBe(true);
		}
});

test.each(['Pacific/Pago_Pago', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])('in %s', (name) => {
	process.env.TZ = name;
	expect(new Date(0).getTimezoneOffset()).not.toBe(0);
	for (const day of ['2024-02-29', '2026-03-08', '2026-08-31', '2026-11-01', '2026-12-31'])
		for (const way of ways) {
			const there = Temporal.PlainDate.from(day);
			const by = (span: Temporal.DurationLike) => (way === 'after' ? there.add(span) : there.subtract(span)).toString();
			expect(shift(day, { months: 6 }, way)).toBe(by({ months: 6 }));
			expect(shift(day, { days: 1 }, way)).toBe(by({ days: 1 }));
			expect(shift(day, { years: 3 }, way)).toBe(by({ years: 3 }));
		}
});
