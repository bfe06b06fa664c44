import { readAtOnce, writeAtOnce } from '../storage/at-once.ts';

/* What someone takes part in: said once, used wherever there are several tables or documents to look at first. */

export interface Scope {
	/** The id of the table by which it is judged. */
	id: string;
	name: string;
	/** The documents that it goes by. */
	documents: readonly string[];
}

const key = 'scope';

/** The one that was said, if this site still knows it. */
export function readScope(scopes: readonly Scope[]): Scope | undefined {
	const said = readAtOnce(key);
	return scopes.find(({ id }) => id === said);
}

export const sayScope = (scope: Scope | undefined): boolean => writeAtOnce(key, scope?.id);
