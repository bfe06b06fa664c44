import { shownText } from '../clauses/marks.ts';
import type { Printed } from './printed.ts';

/** Who signs or seals a form, by what is printed above the day: 承担单位, 评估专家组长. */
export function signersOf(printed: readonly Printed[]): string[] {
	const signed = (all: readonly Printed[]): string[] =>
		all.flatMap((each) => {
			switch (each.type) {
				case 'clause':
					return signed(each.content);
				case 'table':
					return each.rows.flat().flatMap((cell) => (cell.signed ? shownText(cell.runs).split('\n') : []));
				case 'line':
					return each.signed ? [shownText(each.runs)] : [];
				default:
					return [];
			}
		});
	const lines = signed(printed).map((line) => line.trim().replace(/：$/, ''));
	const sealed = lines.flatMap((line) => /^(.+)（盖章）$/.exec(line)?.[1] ?? []);
	const others = lines.flatMap((line) => /^(.+?)(意见|签字)$/.exec(line)?.[1] ?? []);
	return [...sealed, ...others];
}
