import { type Check, format, type LineRecord, type Profile } from '../schemas/saved-check.ts';
import { emptyProfile, keys, linesOf, readCheck, readProfile } from './saved.ts';

/* Self-checks as a file: what is written; read-file.ts of the takeaway reads it. */

/** Who wrote the file. */
export const app = 'standardisation-pilot-companion 0.1.0';

/** One check with its lines; what could not be read goes along as it was found. */
export interface Kept {
	check: Check;
	lines: { [line: string]: LineRecord };
	unreadable: { [line: string]: unknown };
}

/** As a file says it: by what, and in which format. */
export const asText = (value: object): string => `${JSON.stringify({ format, app, ...value }, null, '\t')}\n`;

export const textOfCheck = ({ check, lines, unreadable }: Kept, profile: Profile): string =>
	asText({ check, profile, lines, unreadable });

export const textOfAll = ({ checks, broken, profile }: All): string =>
	asText({ profile, checks, ...(broken.length > 0 && { unreadable: broken }) });

export interface All {
	checks: Kept[];
	/** Checks that cannot be read, with their lines, and such a profile, by their keys and as they were found. */
	broken: { [key: string]: unknown }[];
	profile: Profile;
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

/** What is stored of one check. */
export function keptOf(all: readonly [string, unknown][], check: Check): Kept {
	const lines: [string, LineRecord][] = [];
	const unreadable: [string, unknown][] = [];
	for (const [line, read] of [...linesOf(all, check.id)].sort(byKey))
		if (read.state === 'good') lines.push([line, read.value]);
		else unreadable.push([line, read.raw]);
	return { check, lines: Object.fromEntries(lines), unreadable: Object.fromEntries(unreadable) };
}

/** Everything that is stored, check by check. */
export function allKept(all: readonly [string, unknown][]): All {
	const sorted = [...all].sort(byKey);
	const profile = readProfile(sorted.find(([key]) => key === keys.profile)?.[1] ?? emptyProfile());
	const read = sorted.flatMap(([key, raw]) => (key.startsWith(keys.check('')) ? [[key, readCheck(raw)] as const] : []));
	const broken = read.flatMap(([key, { state }]) => {
		const lines = keys.line(key.slice(keys.check('').length), '');
		return state === 'good'
			? []
			: [Object.fromEntries(sorted.filter(([each]) => each === key || each.startsWith(lines)))];
	});
	return {
		checks: read.flatMap(([, each]) => (each.state === 'good' ? [keptOf(all, each.value)] : [])),
		broken: profile.state === 'good' ? broken : [...broken, { [keys.profile]: profile.raw }],
		profile: profile.state === 'good' ? profile.value : emptyProfile(),
	};
}

/** Some lines of a check, to be filled in elsewhere and brought back. */
export const partOf = ({ check, lines }: Kept, chosen: readonly string[]): Kept => ({
	check: { ...check, part: [...chosen] },
	lines: Object.fromEntries(Object.entries(lines).filter(([line]) => chosen.includes(line))),
	unreadable: {},
});
