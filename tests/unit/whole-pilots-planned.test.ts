import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadLibrary } from '../../src/content/library.ts';
import { lateIn, nextIn } from '../../src/planning/next.ts';
import { plan } from '../../src/planning/plan.ts';
import { sayNext } from '../../src/planning/words.ts';

interface Case {
	name: string;
	today?: string;
	told: Record<string, string>;
	/** What is late, by name. */
	late: string[];
	/** Sentences among the next; parts of sentences that must not be there. */
	next?: string[];
	nextNot?: string[];
	/** All that is next rests on a 一般. */
	usual?: true;
	/** Events that are not told of at all, and told ones that lead to no others. */
	hasNot?: string[];
	unsound?: string[];
	clashes?: number;
}

const course = loadLibrary('.').plan;
const cases: Case[] = parse(readFileSync('tests/cases/pilots.yaml', 'utf8'));

test.each(cases)('$name', ({ today = '2026-11-29', told, late, next = [], nextNot = [], usual, ...more }) => {
	const made = plan(course, new Map(Object.entries(told)), today);
	expect(lateIn(made, [], today).map(({ name }) => name)).toEqual(late);
	const ahead = nextIn(made, [], today, 99);
	const says = ahead.map(sayNext);
	for (const sentence of next) expect(says).toContain(sentence);
	for (const words of nextNot) expect(says.join('\n')).not.toContain(words);
	if (usual) for (const each of ahead) expect(sayNext(each)).toContain('照文件说的“一般”推算');
	const drawn = made.rows.filter(
		({ told: on, windows }) => on || windows.some(({ earliest, latest }) => earliest ?? latest),
	);
	for (const name of more.hasNot ?? []) expect(drawn.map(({ event }) => event.name)).not.toContain(name);
	if (more.unsound)
		expect(made.rows.filter(({ isSound }) => !isSound).map(({ event }) => event.id)).toEqual(more.unsound);
	if (more.clashes !== undefined) expect(made.broken.length + made.squeezed.length).toBe(more.clashes);
});
