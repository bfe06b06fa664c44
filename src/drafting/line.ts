import { sayMet } from '../checks/say-met.ts';
import { cited } from './cited.ts';
import { bareLabel } from './headings.ts';
import { type Draft, lineOrigin, type Sentence, type TableLine, type Told } from './told.ts';
import { linesTyped, paragraphsOf, unended } from './typed.ts';
import { fill, words } from './words.ts';

/* What is said of one line, veto or condition: its note, then its papers. */

/** 领导职责（C1第2项）. */
export const subjectOf = ({ label, path }: TableLine): string => {
	const section = path.at(-1);
	return section === undefined ? label : fill(words.subject, bareLabel(section), label);
};

export function lineSaid(line: TableLine, { lines, result }: Pick<Told, 'lines' | 'result'>): Draft {
	const record = lines[line.id];
	const trace = result.trace.find(({ id }) => id === line.id);
	const skipped = trace?.state === 'not-applicable';
	const note = linesTyped(record?.note ?? '');
	const reason = skipped ? linesTyped(record?.reason ?? '') : [];
	const why = skipped
		? [fill(reason.length > 0 ? words.notApplicableFor : words.notApplicable, subjectOf(line), ...reason.slice(0, 1))]
		: [];
	const said = [...note, ...why, ...reason.slice(1)];
	const answered = trace?.state === 'answered' || skipped;
	return withPapers(line, said, [], {
		papers: record?.papers ?? [],
		silent: skipped ? reason.length === 0 : note.length === 0 || !answered,
	});
}

export function requirementSaid(
	line: TableLine & { text: string },
	{ lines, result }: Pick<Told, 'lines' | 'result'>,
): Draft {
	const record = lines[line.id];
	const met = [...result.conditions, ...result.vetoes].find(({ id }) => id === line.id)?.met;
	const from = [lineOrigin(line)];
	const before =
		met === undefined ? [] : [{ text: fill(words.met, line.label, unended(line.text), sayMet(met)), from }];
	return withPapers(line, linesTyped(record?.note ?? ''), before, {
		papers: record?.papers ?? [],
		silent: met === undefined,
	});
}

interface Besides {
	papers: Told['lines'][string]['papers'];
	/** Whether something of it was not said. */
	silent: boolean;
}

function withPapers(line: TableLine, said: readonly string[], before: Sentence[], besides: Besides): Draft {
	const origin = lineOrigin(line);
	const { list, from, gone } = cited(besides.papers);
	const alone = said.length === 0 && before.length === 0;
	const text = alone ? fill(words.materialOf, subjectOf(line), list) : fill(words.material, list);
	const after = list ? [{ text, from: [origin, ...from] }] : [];
	return {
		paragraphs: paragraphsOf(line.id, said, [origin], { before, after }),
		missing: [...(besides.silent ? [origin] : []), ...gone],
	};
}
