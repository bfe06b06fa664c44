import type { EvidenceRecord } from '../schemas/saved-evidence.ts';
import type { Entry } from './kind.ts';
import { check } from './kinds/check.ts';
import { evidence } from './kinds/evidence.ts';
import { line } from './kinds/line.ts';
import { type FirstLine, type FirstPaper, idOf, itself, papersIn } from './line-papers.ts';

/* The register that the papers of lines become (line-papers.ts). */

/** The entry that a paper is. */
const entryOf = (paper: FirstPaper): EvidenceRecord => ({ ...evidence.empty(), ...itself(paper) });

/** The entries that the papers of a line are, by their ids; none where it cites them already. */
export function entriesOf(raw: unknown): Map<string, EvidenceRecord> {
	if (typeof raw !== 'object' || raw === null || !('format' in raw) || raw.format !== 1) return new Map();
	return new Map(papersIn(raw as FirstLine).map((paper) => [idOf(paper), entryOf(paper)]));
}

/** The register that the papers of all lines are, each in the pilot of its check; what stands in one stays. */
export function registers(entries: readonly Entry[]): Entry[] {
	const kept = new Map(entries);
	const made = new Map<string, EvidenceRecord>();
	for (const [key, raw] of entries) {
		if (!key.startsWith(line.prefix)) continue;
		const [of = ''] = key.slice(line.prefix.length).split(' ');
		const holder = kept.get(check.prefix + of) as { pilot?: unknown } | undefined;
		if (typeof holder?.pilot !== 'string') continue;
		for (const [id, record] of entriesOf(raw)) {
			const own = `${evidence.prefix}${holder.pilot} ${id}`;
			if (!kept.has(own)) made.set(own, record);
		}
	}
	return [...made];
}
