/* What the bench measures that is the same on every machine, and the table of it in src/README.md. */
import { readFileSync } from 'node:fs';
import type { Cost } from './visit.ts';

export const sizes = [1, 10, 100] as const;
export type Size = (typeof sizes)[number];

export interface Figures {
	/** The document whose page is weighed. */
	page: string;
	/** Its captured text alone, gzip -9. */
	bareText: number;
	rivals: Record<string, string>;
	/** By site, then by how many times the content it holds. */
	sites: Record<string, Record<Size, Cost>>;
}

/** Times the bare text that our page may weigh. */
export const heaviest = 2.2;

export const ours = 'this site';

export const figuresFile = 'tests/bench/figures.json';
export const readFigures = (): Figures => JSON.parse(readFileSync(figuresFile, 'utf8'));

const grouped = (number: number) => number.toLocaleString('en-GB');

/** The table of src/README.md, as Markdown. */
export function figuresTable({ page, bareText, rivals, sites }: Figures): string {
	const names = Object.keys(sites);
	const row = (head: string, size: Size, of: (cost: Cost) => number) =>
		`| ${[head, ...names.map((name) => grouped(of(sites[name]?.[size] as Cost)))].join(' | ')} |`;
	return [
		`| \`${page}\` | ${names.map((name) => [name, rivals[name]].filter(Boolean).join(' ')).join(' | ')} |`,
		`| --- |${' ---: |'.repeat(names.length)}`,
		row('requests', 1, ({ requests }) => requests),
		row('bytes, gzip -9', 1, ({ total }) => total),
		row('script in it', 1, ({ script }) => script),
		row('bytes at 10× the content', 10, ({ total }) => total),
		row('bytes at 100×', 100, ({ total }) => total),
		'',
		`The captured text alone is ${grouped(bareText)} bytes; our page is ${((sites[ours]?.[1].total ?? Number.NaN) / bareText).toFixed(2)} times that.`,
	].join('\n');
}

/** As much as two builds of the same may differ: hashes compress in their own ways. */
const alike = 0.01;

export const agree = (a: Figures, b: Figures): boolean =>
	Object.entries(b.sites).every(([name, costs]) =>
		sizes.every((size) => {
			const before = a.sites[name]?.[size];
			const { requests, total } = costs[size];
			return before?.requests === requests && Math.abs(total / before.total - 1) <= alike;
		}),
	);

const between = /(<!-- figures -->\n).*?(<!-- \/figures -->)/s;

/** README with another table. */
export function withTable(readme: string, table: string): string {
	if (!between.test(readme)) throw new Error('README has no place for the figures.');
	return readme.replace(between, (_, start, end) => `${start}${table}\n${end}`);
}
