import { type Shared, sharedBy } from './saved-shared.ts';
import { flag, maybe, only, text } from './sound.ts';

/* The register of what proves something: one entry a paper, cited wherever it serves. */

export interface EvidenceRecord extends Shared {
	format: 1;
	name: string;
	/** 文号. */
	number: string;
	/** A day, a month, a period, or 长期, as src/dates/ reads it; otherwise as it was typed. */
	date: string;
	/** Where it lies. */
	kept: string;
	/** Copies or pages. */
	copies: string;
	stamped: boolean;
	/** C1-1-01: our own, given when it is asked for. */
	code: string;
	note: string;
	/** It was deleted; what cites it shows a gap with its name. */
	gone?: boolean | undefined;
	/** It is the same as another entry, which stands for it wherever it is cited. */
	same?: string | undefined;
}

export const isEvidence = sharedBy({
	format: only(1),
	name: text,
	number: text,
	date: text,
	kept: text,
	copies: text,
	stamped: flag,
	code: text,
	note: text,
	gone: maybe(flag),
	same: maybe(text),
}) as (value: unknown) => value is EvidenceRecord;
