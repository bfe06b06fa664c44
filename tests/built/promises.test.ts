import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every test that tests/README.md names is there', () => {
	const rows = readFileSync('tests/README.md', 'utf8')
		.split('\n')
		.filter((line) => line.startsWith('| ') && !/^\| (promise|---)/.test(line));
	const long = readFileSync('tests/long.ts', 'utf8');
	const named = rows.map((row) =>
		Array.from(row.matchAll(/`([\w/.-]+\.ts)` “([^”]+)”/g), ([, file, words]) => ({ row, file, words })),
	);
	expect(rows.length).toBeGreaterThan(40);
	for (const [i, tests] of named.entries()) expect(tests.length, rows[i]).toBeGreaterThan(0);
	for (const { row, file, words } of named.flat()) {
		expect(existsSync(`tests/${file}`), row).toBe(true);
		expect(readFileSync(`tests/${file}`, 'utf8'), row).toContain(words);
		// What runs in the long run is one of its steps, or part of one.
		if (/^(long|bench)\//.test(file ?? '')) expect(long, row).toContain(file);
	}
});
