export interface Stretch {
	text: string;
	/** It stands in the other wording too, in this order. */
	shared: boolean;
}

/** Shared stretches shorter than this are chance, and would make a wording unreadable. */
const shortest = 2;

/** Cuts a wording into what it shares with another and what is its own. */
export function differences(text: string, other: string): Stretch[] {
	const kept = longestCommon(text, other);
	const stretches: Stretch[] = [];
	for (const [i, char] of [...text].entries()) {
		const shared = kept.has(i);
		const last = stretches.at(-1);
		if (last?.shared === shared) last.text += char;
		else stretches.push({ text: char, shared });
	}
	return joined(
		stretches.map(({ text: words, shared }) => ({ text: words, shared: shared && words.length >= shortest })),
	);
}

function joined(stretches: readonly Stretch[]): Stretch[] {
	const out: Stretch[] = [];
	for (const { text, shared } of stretches) {
		const last = out.at(-1);
		if (last?.shared === shared) last.text += text;
		else out.push({ text, shared });
	}
	return out;
}

/** The places of `text` that make up a longest common subsequence with `other`. */
function longestCommon(text: string, other: string): Set<number> {
	const a = [...text];
	const b = [...other];
	const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
	const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
	for (let i = a.length - 1; i >= 0; i -= 1)
		for (let j = b.length - 1; j >= 0; j -= 1) {
			const row = lengths[i];
			if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
		}
	const kept = new Set<number>();
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		if (a[i] === b[j]) {
			kept.add(i);
			i += 1;
			j += 1;
		} else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
		else j += 1;
	}
	return kept;
}
