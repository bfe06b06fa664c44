import type { Field, Group } from '../../fields/field.ts';
import { findingWords } from '../../strings/finding-words.ts';

/* What is asked about one common problem. */

export const findingGroup = (label: string): Group => ({
	class: 'findings',
	legend: `${label} 检查结果`,
	fields: [
		{
			kind: 'choice',
			name: 'finding',
			options: Object.entries(findingWords).map(([value, name]) => ({ value, label: name })),
		},
	],
});

/** Asked where there is something to be said or put right. */
export const moreFields: readonly Field[] = [
	{ kind: 'text', name: 'who', label: '责任人', class: 'who', most: 60 },
	{ kind: 'date', name: 'due', label: '整改时限', class: 'due', latest: '9999-12-31' },
	{ kind: 'long text', name: 'note', label: '备注', class: 'note', lines: 2, most: 2000 },
];
