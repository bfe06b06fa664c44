import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { marksWithPlaces } from '../../src/clauses/mark-places.ts';
import { loadLibrary } from '../../src/content/library.ts';

/* The complete list of marks, read against the sources by two people; a change here is a decision. */

const expected: Record<string, string[]> = parse(readFileSync('tests/data/marks.yaml', 'utf8'));
const { documents } = loadLibrary('.');

test.each(documents.map((document) => [document.id, document] as const))(
	'%s has just the marks decided',
	(id, document) => {
		const found = marksWithPlaces(document).map(({ mark: { kind, captured, shown }, visit }) =>
			`${visit?.clause.id ?? 'opening'} ${kind}: ${captured === shown ? shown : `${captured}→${shown}`}`
				.replaceAll('\n', '<br>')
				.trimEnd(),
		);
		expect(found).toEqual(expected[id]);
	},
);

test('no two reasons are missing or out of place', () => {
	const reasons = documents.flatMap(({ marks }) => marks.map(({ reason }) => reason));
	expect(reasons.length).toBeGreaterThan(150);
	// A reason is read on a list of its own too, where “here” and “the line above” mean nothing.
	expect(reasons.filter((reason) => /^(印在)?这里|上一行|下一行/.test(reason))).toEqual([]);
});
