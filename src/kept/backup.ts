import type { Check, LineRecord } from '../schemas/saved-check.ts';

/* What a page holds as a file: what is written; read-file.ts of the takeaway reads it. */

/** Who wrote the file. */
export const app = 'standardisation-pilot-companion 0.1.0';

/** Which build of it: a sum of all that the site is built from. */
const build: string = import.meta.env.BUILD || 'source';

/** Until 2026-11 a file had one unit: with one check (1), or with everything of a browser (2). */
export const format = 4;

/** One check with its lines; what could not be read goes along as it was found. */
export interface KeptCheck {
	check: Check;
	lines: { [line: string]: LineRecord };
	unreadable: { [line: string]: unknown };
}

type Records = { [id: string]: unknown };

/** A pilot, or a part of one, with what is kept of it: each kind by the ids within the pilot. */
export interface KeptPilot {
	pilot: { id: string };
	facts?: Records;
	walks?: Records;
	evidence?: Records;
	forms?: Records;
	checks?: KeptCheck[];
	/** Besides what is unreadable of a check. */
	unreadable?: { [key: string]: unknown };
}

export const asText = (value: { pilots: readonly KeptPilot[] } & object): string =>
	`${JSON.stringify({ format, app, build, ...value }, null, '\t')}\n`;

export const textOfPilot = (pilot: KeptPilot): string => asText({ pilots: [pilot] });
