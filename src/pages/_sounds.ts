import { pinyin } from 'pinyin-pro';
import type { Passage } from '../features/search/passage.ts';
import type { SoundTable } from '../features/search/sound-table.ts';

const han = /[\u4e00-\u9fff]+/g;

/** The 3,755 characters that everybody writes, as GB 2312 lists them first. */
function everydayCharacters(): string[] {
	const decoder = new TextDecoder('gbk');
	return Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) =>
		Array.from({ length: 94 }, (_, cell) => decoder.decode(new Uint8Array([0xb0 + row, 0xa1 + cell]))),
	)
		.flat()
		.filter((character) => /^[\u4e00-\u9fff]$/.test(character));
}

const readingsOf = (character: string): string[] => [
	...new Set(pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true })),
];

/** The sounds of what can be found. */
export function soundTable(passages: readonly Passage[]): SoundTable {
	const sourced = passages.filter(({ kind }) => kind !== 'question');
	const texts = sourced.flatMap(({ label, path = '', text, asked = [] }) => [label, path, text, ...asked]);
	const times = new Map<string, number>();
	for (const run of texts.flatMap((text) => text.match(han) ?? []))
		for (let i = 1; i < run.length; i += 1) {
			const pair = run.slice(i - 1, i + 1);
			times.set(pair, (times.get(pair) ?? 0) + 1);
		}
	const pairs: string[][] = [];
	// What is written once only is nothing to take other words for.
	const often = [...times].filter(([, count]) => count > 1).sort(([a], [b]) => (a < b ? -1 : 1));
	for (const [pair, count] of often) {
		const among = Math.floor(Math.log2(count)) - 1;
		while (pairs.length <= among) pairs.push([]);
		pairs[among]?.push(pair);
	}
	const readings: { [syllable: string]: string } = {};
	for (const character of [...new Set([...everydayCharacters(), ...often.map(([pair]) => pair).join('')])].sort())
		for (const syllable of readingsOf(character)) readings[syllable] = (readings[syllable] ?? '') + character;
	const latin = new Set(
		texts.flatMap(
			(text) =>
				text
					.normalize('NFKC')
					.toLowerCase()
					.match(/[a-z]+/g) ?? [],
		),
	);
	return { format: 1, readings, pairs: pairs.map((list) => list.join('')), latin: [...latin].sort() };
}
