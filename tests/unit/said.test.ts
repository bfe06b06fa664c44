import { expect, test } from 'vitest';
import { textOf } from '../../src/forms/said.ts';
import { form } from '../../src/kept/kinds/form.ts';

test.each([
	['2026-03', '2026年3月'],
	['2026-03-15', '2026年3月'],
	['2026年3月', '2026年3月'],
	['二〇二六年三月底以前提出申请', '二〇二六年三月底以前提出申请'],
	['', ''],
])('a month typed as %s is printed as %s', (said, printed) => {
	const place = { slot: { printed: '20 年 月' }, field: { id: 'applied', kind: 'month' as const, columns: [] } };
	expect(textOf(place, { fact: () => '', own: () => ({ ...form.empty(), said }) })).toBe(printed);
});
