/*
 * Text as it is compared: width and case folded, only letters and digits kept, so that spaces and
 * punctuation do not matter; but for points and dashes inside numbers: 24421.1, 1.1-2020, 2~3.
 */

interface Normal {
	text: string;
	/** For each of its characters, where in the original it comes from. */
	from: number[];
}

const kept = /[\p{L}\p{N}]/u;
const digit = /\d/;
const inside: { [sign: string]: string } = { '.': '.', '-': '-', '–': '-', '—': '-', '~': '-' };

export function normal(original: string): Normal {
	const characters: { is: string; at: number }[] = [];
	let at = 0;
	for (const point of original) {
		for (const is of point.normalize('NFKC').toLowerCase()) {
			const sign = inside[is];
			if (!sign && !kept.test(is)) continue;
			for (const [i, unit] of (sign ?? is).split('').entries())
				characters.push({ is: unit, at: at + Math.min(i, point.length - 1) });
		}
		at += point.length;
	}
	const joins = (i: number) => {
		const [before, sign, after] = [characters[i - 1], characters[i], characters[i + 1]];
		return before && sign && after && digit.test(before.is) && digit.test(after.is) && after.at === sign.at + 1;
	};
	const all = characters.filter(({ is }, i) => (is !== '.' && is !== '-') || joins(i));
	return { text: all.map(({ is }) => is).join(''), from: all.map(({ at: place }) => place) };
}
