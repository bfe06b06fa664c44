import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ContentError } from '../../src/clauses/fault.ts';
import { loadLibrary } from '../../src/content/library.ts';
import { thorough } from '../thorough.ts';
import { copyOfProject } from './project-copy.ts';

/* Bad content must stop the build with exit 1 and one message, never give an empty page with exit 0. */

const project = copyOfProject();
afterAll(project.remove);

function readWith<T>(file: string, change: (text: string) => string | Buffer, read: () => T): T {
	const path = join(project.root, file);
	const original = readFileSync(path);
	const changed = change(original.toString());
	expect(Buffer.from(changed).equals(original), 'the change must change something').toBe(false);
	writeFileSync(path, changed);
	try {
		return read();
	} finally {
		writeFileSync(path, original);
	}
}

/** What the build says of bad content, asked without one. */
function told(): string {
	try {
		loadLibrary(project.root);
		return '';
	} catch (error) {
		if (error instanceof ContentError) return error.message;
		throw error;
	}
}

const xize = 'content/documents/xize-2013.md';

const faults: [what: string, file: string, change: (text: string) => string | Buffer, message: RegExp][] = [
	[
		'an unknown key',
		xize,
		(t: string) => t.replace('issuer:', 'isuer:'),
		/xize-2013\.md:7: the key “isuer” is unknown\. Mend/,
	],
	[
		'a YAML error',
		xize,
		(t: string) => t.replace('order: 1', 'order: [1'),
		/xize-2013\.md:\d+: not valid YAML: .* Mend/,
	],
	['a wrong value', xize, (t: string) => t.replace('2013-07-12', '2013年'), /xize-2013\.md:11: “date”: .* Mend/],
	[
		'a common problem left out',
		'content/checklists/on-site.yaml',
		(t: string) => t.replace(/ {2}- \{ clause: training-2022#s8\.6,.*\n/, ''),
		/on-site\.yaml: training-2022#s8\.6 is missing\. Add/,
	],
	[
		'a problem told twice',
		'content/checklists/on-site.yaml',
		(t: string) => t.replace('training-2022#s8.6,', 'training-2022#s8.5,'),
		/on-site\.yaml: training-2022#s8\.5 is told twice\. Keep/,
	],
	[
		'a problem with an unknown theme',
		'content/checklists/on-site.yaml',
		(t: string) => t.replace('themes: [training]', 'themes: [trainings]'),
		/training-2022#s8\.17: there is no theme trainings\. Mend/,
	],
	[
		'a problem at an unknown place',
		'content/checklists/on-site.yaml',
		(t: string) => t.replace('s8.6, place: 大厅', 's8.6, place: 门口'),
		/on-site\.yaml:\d+: .*place.*Mend/,
	],
	[
		'a duplicate clause id',
		xize,
		(t: string) => t.replace('\n第三条 ', '\n第二条 '),
		/xize-2013\.md:\d+: the clause id “art-2” is taken already by line \d+\. Mend/,
	],
	[
		'a broken cross-reference',
		xize,
		(t: string) => t.replace('第二十二条写明', '第四十二条写明'),
		/xize-2013\.md:\d+: “第四十二条” points to xize-2013#art-42, which does not exist\. Mend/,
	],
	[
		'an unclosed mark',
		xize,
		(t: string) => t.replace('夹有英文“and”}', '夹有英文“and”'),
		/xize-2013\.md:\d+: the mark at “\{repair: and→和 .*” is not closed or not complete\. content\/README\.md/,
	],
	[
		'a changed word',
		xize,
		(t: string) => t.replace('未满半年', '未满一年'),
		/xize-2013\.md:\d+: xize-2013 art-18\.p2: .*Captured “.*未满半年.*”, here “.*未满一年.*”\. Restore/,
	],
	[
		'no words',
		xize,
		(t: string) => t.slice(0, t.indexOf('\n---\n', 4) + 5),
		/xize-2013\.md:\d+: there are no words here\. Write/,
	],
	[
		'a label that opens no clause',
		xize,
		(t: string) => t.replace('\n\n第三条 为', '\n第三条 为').replace('\n\n第三条 ', '\n第三条 '),
		/xize-2013\.md:\d+: “第三条 .*” looks like the number of a clause and opens none/,
	],
	[
		'words in a merged cell',
		xize,
		(t: string) => t.replace('| 单位地址 | | < |', '| 单位地址 | | < 甲 |'),
		/xize-2013\.md:\d+: row \d+, column \d+: “甲” stands in a merged cell/,
	],
	[
		'an unknown scoring table',
		'content/documents/baqiao-2021.md',
		(t: string) => t.replace('{table: national}', '{table: nation}'),
		/baqiao-2021\.md:\d+: there is no scoring table “nation”/,
	],
	[
		'points that disagree with the words',
		'rubrics/national.yaml',
		(t: string) => t.replace('points: 5\n', 'points: 6\n'),
		/national\.yaml: .* points and says .*\. Find/,
	],
	['no front matter', xize, () => '第一条 甲', /xize-2013\.md:1: there is no front matter\. Start/],
	[
		'a file that is not UTF-8',
		xize,
		() => Buffer.from([0xb5, 0xda, 0xd2, 0xbb]),
		/xize-2013\.md: this file is not UTF-8\. Save/,
	],
	[
		'an edited capture',
		'content/sources/003_e565034590f69e50.txt',
		(t: string) => t.replace('半年', '一年'),
		/sources\/003_e565034590f69e50\.txt: this capture has changed/,
	],
];

test.each(faults)('%s is told', (_, file, change, message) => {
	expect(readWith(file, change, told)).toMatch(message);
});

// A quick run builds with every fourth.
test.each(faults.filter((_, i) => thorough || i % 4 === 0))('%s stops the build', (_, file, change, message) => {
	const { status, output } = readWith(file, change, project.build);
	expect(output).toMatch(message);
	expect(status).toBe(1);
	expect(existsSync(join(project.root, 'dist'))).toBe(false);
});

test('all faults of all files are told at once', () => {
	const other = join(project.root, 'content/documents/training-2022.md');
	const original = readFileSync(other);
	writeFileSync(other, original.toString().replace('没留存根', '留有存根'));
	const { output } = readWith(xize, (text) => text.replace('issuer:', 'isuer:'), project.build);
	writeFileSync(other, original);
	expect(output).toMatch(/xize-2013\.md:7: the key/);
	expect(output).toMatch(/training-2022\.md:\d+: training-2022 s4\.4/);
});
