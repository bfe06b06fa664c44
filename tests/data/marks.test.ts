import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { marksWithPlaces } from '../../src/clauses/mark-places.ts';
import { loadLibrary } from '../../src/content/library.ts';

interface Expected {
	clause: string | null;
	kind: string;
	captured: string;
	shown: string;
}

const expected: Record<string, Expected[]> = parse(readFileSync('tests/data/marks.yaml', 'utf8'));
const { documents } = loadLibrary('.');

test.each(
	Object.entries(expected).flatMap(([id, marks]) =>
		marks.map((mark) => [id, mark.captured || mark.shown, mark] as const),
	),
)('%s marks “%s”', (id, _, mark) => {
	const document = documents.find((candidate) => candidate.id === id);
	const found = document ? marksWithPlaces(document) : [];
	const places = found.map(({ mark: { kind, captured, shown }, visit }) => ({
		clause: visit?.clause.id ?? null,
		kind,
		captured,
		shown,
	}));
	expect(places).toContainEqual(mark);
});

test('every document has marks in the list', () => {
	expect(Object.keys(expected).sort()).toEqual(documents.map(({ id }) => id).sort());
});

test('every mark gives its reason', () => {
	const marks = documents.flatMap((document) => document.marks);
	expect(marks.length).toBeGreaterThan(100);
	for (const { reason } of marks) expect(reason).not.toBe('');
});
