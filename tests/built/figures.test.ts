import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { figuresTable, heaviest, ours, readFigures, withTable } from '../bench/figures.ts';
import { versions } from '../bench/tools.ts';
import { attributes, site } from './site.ts';

/* The figures of src/README.md are measured by tests/bench/rivals.ts, which takes minutes; here, that they are still true. */

const figures = readFigures();
const again = 'node tests/bench/rivals.ts --write';

test('README shows the figures that were measured', () => {
	const readme = readFileSync('src/README.md', 'utf8');
	expect(readme, again).toBe(withTable(readme, figuresTable(figures)));
});

test('they were measured with the rivals that are installed', () => {
	expect(figures.rivals, again).toEqual({ Starlight: versions['@astrojs/starlight'], VitePress: versions.vitepress });
});

describe('our page is what was measured', () => {
	const { pages, folder } = site;
	const html = pages.find(({ path }) => path === `docs/${figures.page}/`)?.html ?? '';
	const first = html.replace(/<template>.*?<\/template>/gs, '');
	const files = [...attributes(first, 'href').filter((href) => href.endsWith('.css')), ...attributes(first, 'src')];
	const measured = figures.sites[ours]?.[1];

	test('requests', () => expect(1 + files.length, again).toBe(measured?.requests));

	test('bytes, to 2 %, and no more than its words are worth', () => {
		const bodies = [html, ...files.map((file) => readFileSync(join(folder, 'docs', figures.page, file)))];
		const total = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
		expect(total / figures.bareText).toBeLessThanOrEqual(heaviest);
		expect(Math.abs(total / (measured?.total ?? 0) - 1), again).toBeLessThanOrEqual(0.02);
	});
});
