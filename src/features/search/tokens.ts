const units = /\d+(?:\.\d+)*|[^\d]/g;

/** Pairs of neighbouring characters, numbers in one piece; what stands alone stands for itself. */
export function tokensOf(text: string): string[] {
	const all = unitsOf(text);
	return all.length < 2 ? all : all.slice(1).map((unit, i) => `${all[i]}${unit}`);
}

export const unitsOf = (text: string): string[] => text.match(units) ?? [];

/** What a single character tells beside a pair of neighbours. */
const alone = 0.5;

/** The tokens of a text with their weights: pairs, and characters for what is said with another word between. */
export function weighed(text: string): Map<string, number> {
	const tokens = new Map(unitsOf(text).map((unit) => [unit, /^\d/.test(unit) ? 1 : alone]));
	for (const token of tokensOf(text)) tokens.set(token, 1);
	return tokens;
}
