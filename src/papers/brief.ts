import { sayMet } from '../checks/say-met.ts';
import { linesIn, oneLine } from '../paperwork/letters.ts';
import { type Block, headRow, mark, type Paperwork, paragraph } from '../paperwork/paperwork.ts';
import { sayGain } from '../rubric/explain.ts';
import { leftOf } from '../rubric/left.ts';
import type { Sums } from '../rubric/score.ts';
import { inert } from '../ui/inert.ts';
import { sayStep } from './gain-words.ts';
import type { Given } from './given.ts';
import { sayOrigin, sayStanding } from './opening.ts';

/* 自查简报: where the unit stands, on one page; what is too long for its line is cut. */

const mostGains = 10;

/** What bars is told whole; the unit's own words may be any length. Each line takes the room of one that could gain. */
const [mostAhead, oneWide, mostWide] = [3, 36, 88];

/** As many lines of words, with the rows of what is required and of the sections, leave room for all of them. */
const usualLines = 12;

export function brief(given: Given): Paperwork {
	const { form, facts, check, result } = given;
	const line = (text: string, width: number) => oneLine(inert(text), width);
	const ahead = (given.ahead ?? []).slice(0, mostAhead).map((text) => line(text, mostWide));
	const words = [sayStanding(given), ...ahead].reduce((sum, text) => sum + linesIn(text, oneWide), 0);
	const asked = form.conditions.length + form.vetoLines.length;
	const room = Math.max(0, words + (asked && asked + 1) + result.sections.length - usualLines);
	return {
		name: '自查简报',
		title: `${form.short}自查简报`,
		landscape: false,
		mark,
		blocks: [
			paragraph(line(facts.unit, 26) || '（单位名称没有填）', 'centre'),
			paragraph(`${line(check.name, 12)} · ${sayOrigin(given)}`, 'small'),
			paragraph(sayStanding(given), 'small'),
			...ahead.map((text) => paragraph(text, 'small')),
			...requirements(given),
			paragraph('每格一成：■ 已有佐证　◆ 没有佐证　□ 还没填　◇ 可提高　－ 不适用', 'small'),
			sections(given),
			...gains(given, Math.max(1, mostGains - room)),
		],
	};
}

function requirements({ form, result }: Given): Block[] {
	const all = [
		...form.conditions.map((each) => ({ ...each, said: result.conditions })),
		...form.vetoLines.map((each) => ({ ...each, said: result.vetoes })),
	];
	if (all.length === 0) return [];
	return [
		{
			type: 'table',
			small: true,
			columns: [
				{ width: 9, align: 'centre' },
				{ width: 25, align: 'left' },
				{ width: 7, align: 'centre' },
			],
			head: [headRow(['否决项和条件', '要求', '是否满足'])],
			body: all.map(({ id, label, words, said }) => [
				{ text: label },
				{ text: oneLine(words, 24) },
				{ text: sayMet(said.find((each) => each.id === id)?.met) },
			]),
		},
	];
}

const cells = 10;

/** Ten cells: backed, claimed, not answered yet, answered below its best, not applicable. */
export function bar({ claimed, backed, reachable, most, of }: Sums & { of: number }): string {
	const upTo = (points: number) => (of > 0 ? Math.round((Math.min(points, of) / of) * cells) : 0);
	const [a, b, c, d] = [upTo(backed), upTo(claimed), upTo(reachable), upTo(most)];
	return `${'■'.repeat(a)}${'◆'.repeat(b - a)}${'□'.repeat(c - b)}${'◇'.repeat(d - c)}${'－'.repeat(cells - d)}`;
}

const sections = ({ form, result }: Given): Block => ({
	type: 'table',
	small: true,
	columns: [
		{ width: 16, align: 'left' },
		...Array.from({ length: 5 }, () => ({ width: 4.5, align: 'centre' as const })),
		{ width: 15, align: 'centre' },
	],
	head: [headRow(['部分', '佐证', '自评', '还没填', '可提高', '满分', '图'])],
	body: [...result.sections, { ...result, label: '合计', of: form.total }].map(({ label, of, ...sums }) => {
		const { open, raise } = leftOf(sums, of);
		return [
			{ text: oneLine(label, 12) },
			...[sums.backed, sums.claimed, open, raise, of].map((text) => ({ text })),
			{ text: bar({ ...sums, of }) },
		];
	}),
});

function gains({ form, result }: Given, most: number): Block[] {
	if (result.gains.length === 0) return [paragraph('没有还能得分的项：每一项都填到了最好。', 'small')];
	return [
		paragraph(`还能得分的各项，多的在前${result.gains.length > most ? `；这里是前 ${most} 项` : ''}：`, 'small'),
		{
			type: 'table',
			small: true,
			columns: [
				{ width: 3, align: 'centre' },
				{ width: 20, align: 'left' },
				{ width: 14, align: 'left' },
				{ width: 4, align: 'centre' },
			],
			head: [headRow(['序号', '评分项', '怎样得到', '可得分'])],
			body: result.gains.slice(0, most).map((gain, i) => {
				const line = form.lines.find(({ id }) => id === gain.id);
				return [
					{ text: i + 1 },
					{ text: oneLine(`${line?.label ?? gain.id} ${line?.words ?? ''}`, 19) },
					{ text: oneLine(`${sayGain(gain)}：${sayStep(gain)}`, 13) },
					{ text: gain.gain },
				];
			}),
		},
	];
}
