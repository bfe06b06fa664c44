import { expect, test } from 'vitest';
import { loadLibrary } from '../../src/content/library.ts';
import { decidedMarks, markList } from './mark-list.ts';

const { documents } = loadLibrary('.');

test.each(documents.map((document) => [document.id, document] as const))(
	'%s has just the marks decided',
	(id, document) => {
		expect(markList(document)).toEqual(decidedMarks[id]);
	},
);

test('every reason is there and can be read on a list of its own', () => {
	const reasons = documents.flatMap(({ marks }) => marks.map(({ reason }) => reason));
	expect(reasons.length).toBeGreaterThan(150);
	expect(reasons.filter((reason) => reason === '' || /^(印在)?这里|上一行|下一行/.test(reason))).toEqual([]);
});
