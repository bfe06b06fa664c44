import { expect, test } from 'vitest';
import { askedGap, prepareGaps } from '../../src/features/search/gaps.ts';
import { prepareLexicon, wantedOf } from '../../src/features/search/lexicon.ts';
import { soundsOf } from '../../src/features/search/sound.ts';

const everyday = prepareLexicon({
	format: 1,
	rows: [
		{ say: ['钱'], means: ['经费'], near: ['预算'] },
		{ say: ['省钱'], means: ['节约'], near: [] },
	],
});

const weights = (said: string) => Object.fromEntries(wantedOf({ said }, everyday));

test('an everyday word adds what it means in the texts, and less of what is near', () => {
	const wanted = weights('钱从哪来');
	expect(wanted).toMatchObject({ 钱从: 1, 经费: 0.5, 预算: 0.25 });
});

test('a word inside a longer one is not asked for by itself', () => {
	const wanted = weights('怎么省钱');
	expect(wanted).toHaveProperty('节约');
	expect(wanted).not.toHaveProperty('经费');
});

test('what was typed always counts more than what it may mean', () => {
	expect(weights('钱经费').经费).toBe(1);
});

const sounds = soundsOf({
	format: 1,
	readings: { zi: '自资', cha: '查察', fu: '复付', ping: '评', gu: '估古', shen: '申', qing: '请', biao: '表' },
	pairs: ['自查复查评估估申申请请表', '复查评估'],
	latin: ['gb'],
});
const nothing = () => false;

test.each([
	['zicha', '自查'],
	['fucha', '复查'],
	['pgsqb', '评估申请表'],
])('%s is heard as %s', (typed, meant) => {
	expect(sounds.spelt(typed)).toEqual([{ typed, meant }]);
});

test('letters that the texts have, or that sound like nothing in them, are left alone', () => {
	expect(sounds.spelt('gb 24421')).toEqual([]);
	expect(sounds.spelt('xyz')).toEqual([]);
});

test('a pair that stands nowhere is heard as the one that sounds so; one that stands somewhere is not', () => {
	expect(sounds.alike('复察', nothing)).toEqual([{ typed: '复察', meant: '复查' }]);
	expect(sounds.alike('评古', nothing)).toEqual([{ typed: '评古', meant: '评估' }]);
	expect(sounds.alike('复察', (pair) => pair === '复察')).toEqual([]);
	expect(sounds.alike('复查', nothing)).toEqual([]);
});

test('a gap is said where more speaks for it than for any passage', () => {
	const gaps = prepareGaps({
		format: 1,
		gaps: [{ id: 'a', about: '能不能延期', absent: ['延期'], asked: ['能延期吗'], near: ['docs/a#b'] }],
	});
	const speaks = (asked: number) => () => ({ text: 0, asked });
	expect(askedGap(gaps, speaks(0.8), 0.5)?.about).toBe('能不能延期');
	expect(askedGap(gaps, speaks(0.4), 0.5)).toBeUndefined();
	expect(askedGap(gaps, speaks(0.2), 0)).toBeUndefined();
	expect(askedGap([], speaks(1), 0)).toBeUndefined();
});
