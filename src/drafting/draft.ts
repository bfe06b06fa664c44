import { officialDate } from '../dates/official.ts';
import type { PartPlan } from '../schemas/draft-plan.ts';
import { gapOf } from './gap.ts';
import { heading, type Item, numbered, underSections } from './headings.ts';
import { lineSaid, requirementSaid } from './line.ts';
import { linesUnder } from './places.ts';
import { inShort, points } from './points.ts';
import type { Draft, Origin, Told } from './told.ts';
import { linesTyped, paragraphsOf, unended } from './typed.ts';
import { fill, headings, itemised, words } from './words.ts';

/* A report drafted from what a unit typed elsewhere. It says nothing that was not typed, and tells what it lacks. */

interface Said {
	items: Item[];
	missing: Origin[];
}

/** The draft of a text, by its form and field: summary-report#tasks. Empty where the plan has none. */
export function draft(text: string, told: Told): Draft {
	const planned = told.plan.find((each) => each.text === text);
	const parts = (planned?.parts ?? []).map((part, i) => partSaid(text, part, i + 1, told));
	const missing = new Map(
		parts.flatMap((part) =>
			part.missing.map((origin) => [`${origin.kind} ${origin.id} ${origin.label}`, origin] as const),
		),
	);
	return {
		paragraphs: numbered(
			parts.flatMap(({ items }) => items),
			planned?.level ?? 1,
		),
		missing: inOrder([...missing.values()], told),
	};
}

/** Lines in the order of their table, after all else. */
function inOrder(missing: readonly Origin[], { form }: Told): Origin[] {
	const lines = [...form.conditions, ...form.vetoLines, ...form.lines].map(({ id }) => id);
	const place = ({ kind, id }: Origin) => (kind === 'line' ? lines.indexOf(id) : -1);
	return [...missing].sort((a, b) => place(a) - place(b));
}

export const sayDraft = ({ paragraphs }: Draft): string =>
	paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join('')).join('\n');

function partSaid(text: string, part: PartPlan, number: number, told: Told): Said {
	const lines = linesUnder(told.plan, text, part, told.form).map((line) => ({ line, ...lineSaid(line, told) }));
	const said: Said[] = [
		factsSaid(part, told),
		...part.fields.map((each) => fieldSaid(each, told)),
		{ items: underSections(lines, part.whole === true), missing: lines.flatMap(({ missing }) => missing) },
		...(part.lines?.[told.form.id] ?? []).map((id) => oneSaid(id, told)),
		...part.ending.map((piece) => pieces[piece](told)),
	];
	const items = said.flatMap((each) => each.items);
	const missing = said.flatMap((each) => each.missing);
	for (const { clause, quote } of part.unasked) missing.push({ kind: 'clause', id: clause, label: quote });
	if (!part.heading || items.length === 0) return { items, missing };
	const { clause, quote } = part.heading;
	return { items: [{ ...heading(clause, fill(words.demand, quote), originsIn(items)), number }, ...items], missing };
}

function factsSaid({ heading, facts }: PartPlan, told: Told): Said {
	const each = facts.map(({ fact, say }) => ({
		say,
		said: linesTyped(officialDate(told.facts(fact).trim()))
			.map(unended)
			.join(itemised),
		origin: { kind: 'fact', id: fact, label: told.factLabel(fact) } satisfies Origin,
	}));
	const sentences = each
		.filter(({ said }) => said)
		.map(({ say, said, origin }) => ({ text: fill(say, said), from: [origin] }));
	const key = ['facts', heading?.clause].filter(Boolean).join(' ');
	return {
		items: sentences.length > 0 ? [{ key, sentences }] : [],
		missing: each.filter(({ said }) => !said).map(({ origin }) => origin),
	};
}

function fieldSaid({ field, as }: PartPlan['fields'][number], { own }: Told): Said {
	const [form = '', name = ''] = field.split('#');
	const from: Origin[] = [{ kind: 'form', id: field, label: as }];
	const [first, ...rest] = linesTyped(own(form, name));
	if (first === undefined) return { items: [], missing: from };
	// Several lines may be numbered: they stand apart from what leads to them.
	const lines = rest.length > 0 ? [fill(words.field, as), first, ...rest] : [fill(words.field, as, first)];
	return { items: paragraphsOf(field, lines, from), missing: [] };
}

/** A line and what it lacks, or a veto or condition, by its id. */
function oneSaid(id: string, told: Told): Said {
	const { form } = told;
	const requirement = [...form.conditions, ...form.vetoLines].find((each) => each.id === id);
	const line = form.lines.find((each) => each.id === id);
	return together([
		...(requirement ? [requirementSaid(requirement, told)] : []),
		...(line ? [lineSaid(line, told), gapOf(line, told)] : []),
	]);
}

const pieces: { readonly [piece in PartPlan['ending'][number]]: (told: Told) => Said } = {
	requirements: (told) =>
		headed(
			'requirements',
			[...told.form.conditions, ...told.form.vetoLines].map((line) => requirementSaid(line, told)),
		),
	gaps: (told) =>
		headed(
			'gaps',
			told.form.lines.map((line) => gapOf(line, told)),
		),
	points: (told) => headed('points', [points(told)]),
	'in-short': (told) => together([inShort(told)]),
};

const together = (drafts: readonly Draft[]): Said => ({
	items: drafts.flatMap(({ paragraphs }) => paragraphs),
	missing: drafts.flatMap(({ missing }) => missing),
});

function headed(piece: keyof typeof headings, drafts: readonly Draft[]): Said {
	const { items, missing } = together(drafts);
	return {
		items: items.length > 0 ? [heading(piece, headings[piece], originsIn(items)), ...items] : [],
		missing,
	};
}

/** What stands under a heading, each once. */
function originsIn(items: readonly Item[]): Origin[] {
	const origins = items.flatMap(({ sentences }) => sentences.flatMap(({ from }) => from));
	return [...new Map(origins.map((origin) => [`${origin.kind} ${origin.id}`, origin])).values()];
}
