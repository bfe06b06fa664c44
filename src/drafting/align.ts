/* Which paragraphs of a text are those of another. */

type Pair = readonly [row: number, column: number];

/** Finds pairs, in order, in a stretch of both texts. */
type Way = (rows: readonly string[], columns: readonly string[]) => Pair[];

/** Pairs that weigh most together; what weighs nothing is no pair. */
function heaviest(
	rows: readonly string[],
	columns: readonly string[],
	weigh: (a: string, b: string) => number,
): Pair[] {
	const width = columns.length + 1;
	const sums = new Float64Array((rows.length + 1) * width);
	const sum = (i: number, j: number) => sums[i * width + j] ?? 0;
	const own = (i: number, j: number) => weigh(rows[i] ?? '', columns[j] ?? '');
	for (let i = rows.length - 1; i >= 0; i--)
		for (let j = columns.length - 1; j >= 0; j--) {
			const here = own(i, j);
			sums[i * width + j] = Math.max(sum(i + 1, j), sum(i, j + 1), here > 0 ? here + sum(i + 1, j + 1) : 0);
		}
	const pairs: Pair[] = [];
	for (let i = 0, j = 0; i < rows.length && j < columns.length; ) {
		const here = own(i, j);
		if (here > 0 && sum(i, j) === here + sum(i + 1, j + 1)) pairs.push([i++, j++]);
		else if (sum(i, j) === sum(i + 1, j)) i++;
		else j++;
	}
	return pairs;
}

/** The same paragraphs, as many as keep their order. */
const same: Way = (rows, columns) => {
	const shorter = Math.min(rows.length, columns.length);
	let start = 0;
	while (start < shorter && rows[start] === columns[start]) start++;
	let end = 0;
	while (end < shorter - start && rows.at(-1 - end) === columns.at(-1 - end)) end++;
	const inner = heaviest(rows.slice(start, rows.length - end), columns.slice(start, columns.length - end), (a, b) =>
		a === b ? 1 : 0,
	);
	return [
		...Array.from({ length: start }, (_, i): Pair => [i, i]),
		...inner.map(([i, j]): Pair => [start + i, start + j]),
		...Array.from({ length: end }, (_, i): Pair => [rows.length - end + i, columns.length - end + i]),
	];
};

/** How much of the longer of two paragraphs begins and ends like the other, from 0 to 1. */
function likeness(a: string, b: string): number {
	const [long, short] = a.length > b.length ? [a, b] : [b, a];
	let start = 0;
	while (start < short.length && short[start] === long[start]) start++;
	let end = 0;
	while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
	return (start + end) / Math.max(long.length, 1);
}

/** So little that it decides only between what else is equal. */
const least = 1e-6;

const alike =
	(from: number): Way =>
	(rows, columns) =>
		heaviest(rows, columns, (a, b) => {
			const like = likeness(a, b);
			return like >= from ? like + least : 0;
		});

/** Each its counterpart, where there are as many. */
const counterparts: Way = (rows, columns) =>
	rows.length === columns.length ? Array.from(rows.keys(), (i): Pair => [i, i]) : [];

/**
 * From the paragraphs of one text to those of another, in order: first the same ones, then between them those that are
 * alike, then each its counterpart. With `from` 0 as many as there are between two neighbours find one.
 */
export function align(a: readonly string[], b: readonly string[], from: number): Map<number, number> {
	let stretches = [{ row: 0, rows: a, column: 0, columns: b }];
	const found: Pair[] = [];
	for (const way of [same, alike(from), counterparts])
		stretches = stretches.flatMap(({ row, rows, column, columns }) => {
			const pairs = way(rows, columns);
			found.push(...pairs.map(([i, j]): Pair => [row + i, column + j]));
			const starts: Pair[] = [[-1, -1], ...pairs];
			return starts.map(([i, j], k) => {
				const [toRow, toColumn] = pairs[k] ?? [rows.length, columns.length];
				return {
					row: row + i + 1,
					rows: rows.slice(i + 1, toRow),
					column: column + j + 1,
					columns: columns.slice(j + 1, toColumn),
				};
			});
		});
	return new Map(found.sort(([i], [j]) => i - j));
}
