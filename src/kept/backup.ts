import type { Check, LineRecord, Profile } from '../schemas/saved-check.ts';

/* What a page holds as a file: what is written; read-file.ts of the takeaway reads it. */

/** Who wrote the file. */
export const app = 'standardisation-pilot-companion 0.1.0';

/** Which build of it: a sum of all that the site is built from. */
const build: string = import.meta.env.BUILD || 'source';

/** One check with its lines goes as it did before the file had room for everything, so that older builds take it. */
export const formats = { check: 1, everything: 2 } as const;

/** One check with its lines; what could not be read goes along as it was found. */
export interface KeptCheck {
	check: Check;
	lines: { [line: string]: LineRecord };
	unreadable: { [line: string]: unknown };
}

export const asText = (format: number, value: object): string =>
	`${JSON.stringify({ format, app, build, ...value }, null, '\t')}\n`;

export const textOfCheck = ({ check, lines, unreadable }: KeptCheck, profile: Profile): string =>
	asText(formats.check, { check, profile, lines, unreadable });
