import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/content/library.ts';
import { casesOf, outcome } from '../cases/case.ts';

/* Situations a reviewer can read, with the result that the table demands: tests/cases/<rubric>.yaml. */

const { rubrics } = loadLibrary('.');

test('every table has its cases', () => {
	const files = readdirSync('tests/cases').filter((name) => name.endsWith('.yaml'));
	// Those of forms have a test of their own.
	const named = [...rubrics.map(({ id }) => id), 'form-checks', 'form-checks-apart', 'periods', 'pilots'];
	expect(files.map((name) => basename(name, '.yaml')).sort()).toEqual(named.sort());
});

describe.each(rubrics.map((rubric) => [rubric.id, rubric] as const))('%s', (id, rubric) => {
	const cases = casesOf(id);

	test('has at least 12 cases', () => expect(cases.length).toBeGreaterThanOrEqual(12));

	test.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
		expect(outcome(rubric, each)).toEqual(each.expect);
	});
});
