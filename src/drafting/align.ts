/* Which items of a list are those of another, in order. */

export type Pair = readonly [row: number, column: number];

/** Finds pairs in a stretch of both lists. */
export type Way<A, B> = (rows: readonly A[], columns: readonly B[]) => Pair[];

/** Pairs that weigh most together, each from 0, which is no pair, to 1. */
export const heaviest =
	<A, B>(weigh: (row: A, column: B) => number): Way<A, B> =>
	(rows, columns) => {
		const weight = (i: number, j: number) => weigh(rows[i] as A, columns[j] as B);
		// What weighs most at either end belongs together: most of a text stands as it was.
		const shorter = Math.min(rows.length, columns.length);
		let start = 0;
		while (start < shorter && weight(start, start) === 1) start++;
		let end = 0;
		while (end < shorter - start && weight(rows.length - 1 - end, columns.length - 1 - end) === 1) end++;
		const [lastRow, lastColumn] = [rows.length - end, columns.length - end];

		const width = lastColumn - start + 1;
		const sums = new Float64Array((lastRow - start + 1) * width);
		const sum = (i: number, j: number) => sums[(i - start) * width + j - start] ?? 0;
		for (let i = lastRow - 1; i >= start; i--)
			for (let j = lastColumn - 1; j >= start; j--) {
				const own = weight(i, j);
				const paired = own > 0 ? own + sum(i + 1, j + 1) : 0;
				sums[(i - start) * width + j - start] = Math.max(sum(i + 1, j), sum(i, j + 1), paired);
			}
		const pairs = Array.from({ length: start }, (_, i): Pair => [i, i]);
		for (let i = start, j = start; i < lastRow && j < lastColumn; ) {
			const own = weight(i, j);
			if (own > 0 && sum(i, j) === own + sum(i + 1, j + 1)) pairs.push([i++, j++]);
			else if (sum(i, j) === sum(i + 1, j)) i++;
			else j++;
		}
		return [...pairs, ...Array.from({ length: end }, (_, i): Pair => [lastRow + i, lastColumn + i])];
	};

/** Each its counterpart, where there are as many. */
export const counterparts: Way<unknown, unknown> = (rows, columns) =>
	rows.length === columns.length ? Array.from(rows.keys(), (i): Pair => [i, i]) : [];

/** From one list to the other: pairs of the first way, then between them those of the next. */
export function align<A, B>(
	rows: readonly A[],
	columns: readonly B[],
	ways: readonly Way<A, B>[],
): Map<number, number> {
	let stretches = [{ row: 0, rows, column: 0, columns }];
	const found: Pair[] = [];
	for (const way of ways)
		stretches = stretches.flatMap((stretch) => {
			const pairs = way(stretch.rows, stretch.columns);
			found.push(...pairs.map(([i, j]): Pair => [stretch.row + i, stretch.column + j]));
			const starts: Pair[] = [[-1, -1], ...pairs];
			return starts.map(([i, j], k) => {
				const [row, column] = pairs[k] ?? [stretch.rows.length, stretch.columns.length];
				return {
					row: stretch.row + i + 1,
					rows: stretch.rows.slice(i + 1, row),
					column: stretch.column + j + 1,
					columns: stretch.columns.slice(j + 1, column),
				};
			});
		});
	return new Map(found.sort(([i], [j]) => i - j));
}

/** How much of the longer of two texts begins and ends like the other, from 0 to 1. */
export function likeness(a: string, b: string): number {
	const [long, short] = a.length > b.length ? [a, b] : [b, a];
	let start = 0;
	while (start < short.length && short[start] === long[start]) start++;
	let end = 0;
	while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
	return (start + end) / Math.max(long.length, 1);
}
