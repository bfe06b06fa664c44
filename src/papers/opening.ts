import { mark } from '../paperwork/paperwork.ts';
import { sayConclusion, saySums } from '../rubric/explain.ts';
import { longDate } from '../text/dates.ts';
import type { Given } from './given.ts';

/* The lines that the papers begin with. */

export const sayWhose = ({ facts, check }: Given): string =>
	`单位：${facts.unit.trim() || '（没有填）'}　　自查：${check.name}`;

export const sayOrigin = ({ form, today }: Given): string => `${mark} · ${longDate(today)} · 按${form.edition}`;

/** The sums and the conclusion, and the sums of the other reading where the document can be read in two ways. */
export function sayStanding({ rubric, result }: Given): string {
	const { other } = result;
	const twoWays = other
		? `文件有的地方有两种读法，这里按分少的一种算；换一种读法：${saySums(other, result.total)}`
		: '';
	return `${saySums(result, result.total)}${sayConclusion(rubric, result.conclusion)}${twoWays}`;
}
