import type { Labelled } from '../../fields/field.ts';
import type { Form } from '../../fields/values.ts';
import type { Profile } from '../../schemas/saved-check.ts';

/** What is asked about the unit; `sectors` are those that it may choose from. */
export const factsFields = (sectors: readonly string[]): readonly Labelled[] => [
	{ kind: 'text', name: 'unit', label: '单位名称', most: 80 },
	{ kind: 'name', name: 'sector', label: '领域', names: [...new Set(sectors)].filter(Boolean), none: '没有填' },
	{ kind: 'date', name: 'from', label: '试点开始' },
	{ kind: 'date', name: 'to', label: '试点结束' },
	{ kind: 'date', name: 'running', label: '标准体系从哪天开始运行' },
];

export const factsForm: Form<Profile> = {
	values: ({ name: unit, sector, from, to, running }) => ({ unit, sector, from, to, running }),
	change: (values, name) => ({ [name === 'unit' ? 'name' : name]: values[name] }),
};
