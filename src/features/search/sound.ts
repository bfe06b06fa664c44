import type { SoundTable } from './sound-table.ts';

/*
 * Words found by their sound: pinyin, whole (zicha) or by its first letters (pgsqb), and characters that sound like
 * the ones that are meant (复察). The likeliest reading is the one whose pairs of characters the texts have most.
 */

export interface Sounds {
	/** What is meant by words in Latin letters; none where nothing sounds so. */
	spelt: (typed: string) => Heard[];
	/** What may be meant by pairs of characters that stand nowhere. */
	alike: (typed: string, known: (pair: string) => boolean) => Heard[];
}

export interface Heard {
	typed: string;
	meant: string;
}

/** What southern ears take for each other. */
const alikeSounds = (syllable: string): string =>
	syllable
		.replace(/^([zcs])h/, '$1')
		.replace(/^n(?!$)/, 'l')
		.replace(/([aei])ng$/, '$1n');

/** Changing a character costs as much as a pair gains that stands in the texts some times. */
const perChange = 0.9;
const perAlike = 1.5;
/** Two words that do not belong together may stand side by side. */
const perBreak = -3;
/** So many pairs that sound like a strange one are looked for. */
const mostAlike = 3;

/** Characters that nobody gets wrong, and that tell nothing. */
const idle = new Set(
	'的了是么们子吗呢吧不我你他在有要到就都也还能会可以这那哪谁什几多少上下来去一二三四五六七八九十第',
);

export function soundsOf({ readings, pairs, latin }: SoundTable): Sounds {
	const weight = new Map<string, number>();
	for (const [among, list] of pairs.entries())
		for (let i = 0; i < list.length; i += 2) weight.set(list.slice(i, i + 2), among + 2);
	const syllablesOf = new Map<string, string[]>();
	const bySound = new Map<string, string[]>();
	const byInitial = new Map<string, string[]>();
	const inPairs = new Set([...weight.keys()].join(''));
	const add = <Key>(map: Map<Key, string[]>, key: Key, value: string) => map.set(key, [...(map.get(key) ?? []), value]);
	for (const [syllable, characters] of Object.entries(readings))
		for (const character of characters) {
			add(syllablesOf, character, syllable);
			if (!inPairs.has(character)) continue;
			add(bySound, alikeSounds(syllable), character);
			add(byInitial, syllable[0] ?? '', character);
		}
	const isLatin = new Set(latin);

	/** The likeliest characters, one of each step's; undefined where a chain breaks that may not. */
	function likeliest(
		steps: readonly ReadonlyMap<string, number>[],
		atBreak: number,
	): { text: string; gain: number } | undefined {
		let best = new Map(
			Array.from(steps[0] ?? [], ([character, cost]) => [character, { text: character, gain: -cost }]),
		);
		for (const step of steps.slice(1)) {
			const next = new Map<string, { text: string; gain: number }>();
			for (const [character, cost] of step)
				for (const [before, { text, gain }] of best) {
					const pair = weight.get(before + character) ?? atBreak;
					const sum = gain + pair - cost;
					if (sum > (next.get(character)?.gain ?? Number.NEGATIVE_INFINITY))
						next.set(character, { text: text + character, gain: sum });
				}
			best = next;
		}
		return [...best.values()].filter(({ gain }) => gain > Number.NEGATIVE_INFINITY).sort((a, b) => b.gain - a.gain)[0];
	}

	const spelt = (syllable: string): Map<string, number> =>
		new Map(
			(bySound.get(alikeSounds(syllable)) ?? []).map((character) => [
				character,
				syllablesOf.get(character)?.includes(syllable) ? 0 : perAlike,
			]),
		);

	/** All ways to cut letters into syllables. */
	function cuts(letters: string): string[][] {
		if (letters === '') return [[]];
		return Array.from({ length: Math.min(6, letters.length) }, (_, i) => letters.slice(0, i + 1))
			.filter((start) => bySound.has(alikeSounds(start)) && start in readings)
			.flatMap((start) => cuts(letters.slice(start.length)).map((rest) => [start, ...rest]));
	}

	function fromLetters(letters: string): string | undefined {
		const whole = cuts(letters)
			.filter((cut) => cut.length > 1)
			.flatMap((cut) => likeliest(cut.map(spelt), perBreak) ?? [])
			.filter(({ gain }) => gain > 0)
			.sort((a, b) => a.text.length - b.text.length || b.gain - a.gain)[0];
		if (whole) return whole.text;
		if (letters.length < 3 || letters.length > 8) return undefined;
		const initials = Array.from(letters, (letter) => new Map((byInitial.get(letter) ?? []).map((each) => [each, 0])));
		return likeliest(initials, Number.NEGATIVE_INFINITY)?.text;
	}

	/** Pairs of the texts that sound like one that does not stand in them, the likeliest first. */
	function likeSounding(typed: string): string[] {
		const [first, second] = Array.from(typed, (character) => {
			const costs = new Map<string, number>();
			for (const syllable of idle.has(character) ? [] : (syllablesOf.get(character) ?? []))
				for (const [other, cost] of spelt(syllable))
					costs.set(other, Math.min(costs.get(other) ?? Number.POSITIVE_INFINITY, perChange + cost));
			return [...costs.set(character, 0)].filter(([each]) => !idle.has(each));
		});
		const pairs = (first ?? []).flatMap(([a, costA]) =>
			(second ?? []).map(([b, costB]) => ({ pair: a + b, gain: (weight.get(a + b) ?? 0) - costA - costB })),
		);
		return pairs
			.filter(({ pair, gain }) => gain > 0 && weight.has(pair))
			.sort((a, b) => b.gain - a.gain)
			.slice(0, mostAlike)
			.map(({ pair }) => pair);
	}

	function fromCharacters(run: string, known: (pair: string) => boolean): Heard[] {
		const pairs = Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
		return pairs
			.filter((pair) => !weight.has(pair) && !known(pair))
			.flatMap((typed) => likeSounding(typed).map((meant) => ({ typed, meant })));
	}

	return {
		spelt: (typed) =>
			(typed.match(/[a-z]{2,}/g) ?? []).flatMap((word) => {
				const meant = isLatin.has(word) ? undefined : fromLetters(word);
				return meant ? [{ typed: word, meant }] : [];
			}),
		alike: (typed, known) => (typed.match(/[\u4e00-\u9fff]{2,}/g) ?? []).flatMap((run) => fromCharacters(run, known)),
	};
}
