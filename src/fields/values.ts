/**
 * What the fields of one record hold, by their own names: of a flag whether it is set, of a count its number, of
 * the others what is chosen or typed.
 */
export type Values = { readonly [name: string]: string | number | boolean | undefined };

/** Between the fields of a record and the record. */
export interface Form<R> {
	values: (record: R) => Values;
	/** What the edited field changes. */
	change: (values: Values, name: string) => Partial<R>;
}

/** A count as typed: full-width digits and all; undefined for what is no count. */
export function countOf(text: string): number | undefined {
	const count = Number(text.normalize('NFKC').trim() || Number.NaN);
	return Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}
