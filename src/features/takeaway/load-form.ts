import type { SlimRubric } from '../../checks/slim.ts';
import { url } from '../../url.ts';
import type { Form } from './form.ts';

/** A table as the papers need it, with what the engine needs of it. */
export type TableForm = Form & { rubric: SlimRubric };

const asked = new Map<string, Promise<TableForm>>();

/** Fetched once; a failure may be tried again. */
export function loadForm(table: string): Promise<TableForm> {
	const known = asked.get(table);
	if (known) return known;
	const coming = fetch(url.data(`forms/${table}`)).then((response) => {
		if (!response.ok) throw new Error(`${response.status}`);
		return response.json() as Promise<TableForm>;
	});
	coming.catch(() => asked.delete(table));
	asked.set(table, coming);
	return coming;
}
