import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLibrary } from '../../src/content/library.ts';
import { score } from '../../src/rubric/score.ts';
import { copyOfProject } from './project-copy.ts';

/* A fourth table, of another shape, with a veto and half a point, needs its files and no code. */

const project = copyOfProject();
const fixture = 'tests/fixtures/fourth-table';
afterAll(project.remove);

beforeAll(() => {
	const capture = readFileSync(`${fixture}/fixture.txt`);
	const document = readFileSync(`${fixture}/fixture-doc.md`, 'utf8');
	const hash = createHash('sha256').update(capture).digest('hex');
	writeFileSync(join(project.root, 'content/sources/fixture.txt'), capture);
	writeFileSync(join(project.root, 'content/documents/fixture-doc.md'), document.replace('SHA', hash));
	cpSync(`${fixture}/fixture.yaml`, join(project.root, 'rubrics/fixture.yaml'));
	expect(project.build()).toMatchObject({ status: 0 });
});

const read = (path: string) => readFileSync(join(project.root, 'dist', path), 'utf8');

test('it has a page, a place in its document, data, and entries in the lists', () => {
	const page = read('rubrics/fixture/index.html');
	for (const id of ['x1', 'x2', 'x3', 'v1']) expect(page).toContain(`id="${id}"`);
	expect(page).toContain('0.5 分');
	expect(page).toContain('合格线 8 分');
	expect(read('docs/fixture-doc/index.html')).toContain('id="annex-2.x2"');
	expect(read('rubrics/index.html')).toContain('href="fixture/"');
	expect(read('rubrics/compare/index.html')).toContain('样例表：还没有归入主题');
	expect(read('docs/xize-2013/uses/index.html')).toContain('href="../../../rubrics/fixture/#x3"');
	const form = read('check/fixture/index.html');
	for (const id of ['x1', 'x2', 'x3', 'v1'])
		expect(form).toContain(`class="criterion${id === 'v1' ? ' requirement' : ''}" id="${id}"`);
	expect(JSON.parse(read('data/rubrics/fixture.json'))).toMatchObject({
		total: 10,
		threshold: { points: 8 },
		vetoes: [{ id: 'v1' }],
	});
});

test('it is scored, with half a point, a cap and its veto', () => {
	const [rubric] = loadLibrary(project.root).rubrics.filter(({ id }) => id === 'fixture');
	if (!rubric) throw new Error('the fixture is missing');
	const answers = { x1: { choice: '得分' }, x2: { choice: '有简要总结' }, x3: { counts: { 办成一件: 2 } } };
	const almost = score(rubric, { answers, evidenced: new Set(['x2']), met: { v1: true } });
	expect(almost).toMatchObject({
		claimed: 7.5,
		backed: 0.5,
		conclusion: { kind: 'impossible', lacking: 0.5 },
		shortest: ['x3'],
	});
	const more = { ...answers, x3: { counts: { 办成一件: 9 } } };
	expect(score(rubric, { answers: more, evidenced: new Set(), met: { v1: true } })).toMatchObject({
		claimed: 9.5,
		conclusion: { kind: 'reached' },
	});
	expect(score(rubric, { answers: more, evidenced: new Set(), met: {} })).toMatchObject({
		claimed: 9.5,
		conclusion: { kind: 'open', unsaid: ['v1'] },
	});
	expect(score(rubric, { answers: more, evidenced: new Set(), met: { v1: false } })).toMatchObject({
		conclusion: { kind: 'impossible', failed: ['v1'] },
	});
});
