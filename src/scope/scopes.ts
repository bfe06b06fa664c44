import { library } from '../text/library.ts';
import type { Scope } from './scope.ts';

/** What one may take part in: what each table is for. */
export const scopes = (): Scope[] =>
	library().rubrics.map((rubric) => ({
		id: rubric.id,
		name: rubric['used-for'].replace(/评[估定]$/, ''),
		documents: [rubric.rules ?? rubric.document],
	}));
