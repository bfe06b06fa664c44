import type { ComponentChildren } from 'preact';

/* A form is data: what is asked about one record, field by field. A field's name is its own within the record. */

interface Asked {
	name: string;
	label: ComponentChildren;
	class?: string;
}

export interface Option {
	value: string;
	label: ComponentChildren;
	/** Stands at the end of its line. */
	beside?: ComponentChildren;
}

/** A table of records within the record; filled in by `Rows`, printed blank where nothing is filled in. */
export interface Column {
	name: string;
	label: string;
	kind: 'text' | 'date';
}

/** One input under its label. */
export type Labelled =
	/** With what is often said, where anything else may be said too. */
	| (Asked & { kind: 'text'; most?: number; suggest?: readonly string[] | undefined })
	| (Asked & { kind: 'long text'; lines: number; most?: number })
	| (Asked & { kind: 'date'; latest?: string });

export type Field =
	/** One of several; asked in a row of its own where it has a label, else right in its group. */
	| (Omit<Asked, 'label'> & { kind: 'choice'; options: readonly Option[]; row?: Row })
	| (Asked & { kind: 'flag' })
	| { kind: 'count'; name: string; row: Row; unit: string }
	| Labelled
	| (Asked & { kind: 'rows'; columns: readonly Column[] });

interface Row {
	label: ComponentChildren;
	beside: ComponentChildren;
	/** Said of a group of radios to those who do not see the row. */
	name: string;
}

/** Fields that are asked together, under one heading of their own. */
export interface Group {
	class?: string;
	legend?: ComponentChildren;
	fields: readonly Field[];
}
