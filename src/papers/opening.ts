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
		? `文件有两种读法的地方按谨慎的读法算，换一种读法自评 ${other.claimed} 分，最高 ${other.reachable} 分。`
		: '';
	return `${saySums(result)}${sayConclusion(rubric, result.conclusion)}${twoWays}`;
}
