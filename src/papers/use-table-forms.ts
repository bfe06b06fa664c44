import { useEffect, useState } from 'preact/hooks';
import { loadTableForm, type TableForm } from './load-table-form.ts';

/** The tables that are asked for, as they come; a table that does not come is shown by its ids alone. */
export function useForms(tables: readonly string[]): ReadonlyMap<string, TableForm> {
	const [forms, setForms] = useState<ReadonlyMap<string, TableForm>>(new Map());
	const wanted = [...new Set(tables)].sort().join(' ');
	useEffect(() => {
		for (const table of wanted.split(' ').filter(Boolean))
			loadTableForm(table).then(
				(form) => setForms((known) => new Map(known).set(table, form)),
				() => undefined,
			);
	}, [wanted]);
	return forms;
}
