/** What a unit says about one line; no answer at all is something else than zero or not applicable. */
export type Answer =
	| { choice: string }
	| { parts: Readonly<Record<string, boolean>> }
	| { counts: Readonly<Record<string, number>> }
	| { notApplicable: true };

export interface Situation {
	/** By the id of the line. */
	answers: Readonly<Record<string, Answer>>;
	/** The lines that have at least one paper to prove them. */
	evidenced: ReadonlySet<string>;
	/** Vetoes and conditions of entry by id: met or not; absent when not yet said. */
	met: Readonly<Record<string, boolean>>;
	/** The unit's field, where it is known. */
	sector?: string | undefined;
}

/** Where a document can be read in two ways, the cautious one counts and the other is shown. */
export type Reading = 'cautious' | 'other';
