import { shownText } from '../../clauses/marks.ts';
import { coverEnd } from '../../forms/cover.ts';
import { isDay, type Printed, type PrintedCell, type Slot } from '../../forms/printed.ts';
import type { Run } from '../../schemas/document.ts';
import type { FormPage } from './form-page.ts';

/** A form as its annex prints it: blank without script, and filled in on paper. */
export function Annex({ page: { title, annex, printed, places } }: { page: FormPage }) {
	const numbers = new Map(places.map(({ slot, field }, at) => [slot, { at, long: field?.kind === 'long text' }]));
	const begins = annex ? coverEnd(printed) : 0;
	return (
		<div class="annex">
			{annex && <p>{annex}</p>}
			<div class={annex ? 'cover' : undefined}>
				<h2>{title}</h2>
				{printed.slice(0, begins).map((each, i) => drawn(each, i, numbers))}
			</div>
			{printed.slice(begins).map((each, i) => drawn(each, i, numbers))}
		</div>
	);
}

/** Which place of the form stands where, and whether it is for a long answer. */
type Numbers = ReadonlyMap<Slot, { at: number; long: boolean }>;

const Lines = ({ runs }: { runs: readonly Run[] }) =>
	shownText(runs)
		.split('\n')
		.map((line, i) => (
			<>
				{i > 0 && <br />}
				{line}
			</>
		));

function drawn(each: Printed, key: number, numbers: Numbers) {
	switch (each.type) {
		case 'heading':
			return (
				<h3 key={key}>
					<Lines runs={each.runs} />
				</h3>
			);
		case 'clause': {
			const { clause, content } = each;
			const heading = `${shownText(clause.label)}${shownText(clause.heading ?? [])}`;
			const [first, ...rest] = content;
			// 1. and its words are one paragraph.
			if (clause.kind !== 'section' && first?.type === 'line' && !first.slot)
				return (
					<section key={key}>
						<p>
							{heading}
							<Lines runs={first.runs} />
						</p>
						{rest.map((inner, i) => drawn(inner, i, numbers))}
					</section>
				);
			return (
				<section key={key}>
					{clause.kind === 'section' ? <h3>{heading}</h3> : <p>{heading}</p>}
					{content.map((inner, i) => drawn(inner, i, numbers))}
				</section>
			);
		}
		case 'line':
			return <Line key={key} each={each} numbers={numbers} />;
		case 'room':
			return <Says key={key} slot={each.slot} numbers={numbers} />;
		case 'table':
			return <AnnexTable key={key} table={each} numbers={numbers} />;
	}
}

function Line({
	each: { runs, slot, signed },
	numbers,
}: {
	each: Extract<Printed, { type: 'line' }>;
	numbers: Numbers;
}) {
	const text = shownText(runs);
	if (!slot)
		return (
			<p class={signed && !isDay(text) ? 'signed' : undefined}>
				<Lines runs={runs} />
			</p>
		);
	return (
		<p>
			{text.slice(0, text.length - slot.printed.length)}
			<Says slot={slot} numbers={numbers} />
		</p>
	);
}

/** Where something is said: what is printed in the blank, until it is. */
const Says = ({ slot, numbers }: { slot: Slot; numbers: Numbers }) => (
	<span
		class={slot.how === 'room' || numbers.get(slot)?.long ? 'room' : undefined}
		data-says={numbers.get(slot)?.at}
		data-blank={slot.printed}
	>
		{slot.printed}
	</span>
);

const AnnexTable = ({
	table: { head, rows },
	numbers,
}: {
	table: Extract<Printed, { type: 'table' }>;
	numbers: Numbers;
}) => (
	<table>
		{head > 0 && (
			<thead>
				{rows.slice(0, head).map((row, i) => (
					<tr key={`${i}`}>{row.map((cell, j) => drawCell(cell, j, numbers, 'th'))}</tr>
				))}
			</thead>
		)}
		<tbody>
			{rows.slice(head).map((row, i) => (
				<tr
					key={`${i}`}
					data-rows={row.flatMap(({ slot }) => (slot?.how === 'rows' ? (numbers.get(slot)?.at ?? []) : [])).at(0)}
				>
					{row.map((cell, j) => drawCell(cell, j, numbers, 'td'))}
				</tr>
			))}
		</tbody>
	</table>
);

function drawCell(
	{ runs, slot, colspan, rowspan, merged }: PrintedCell,
	key: number,
	numbers: Numbers,
	Tag: 'td' | 'th',
) {
	if (merged) return null;
	const spans = { ...(colspan > 1 && { colSpan: colspan }), ...(rowspan > 1 && { rowSpan: rowspan }) };
	return (
		<Tag key={key} {...spans}>
			{slot && slot.how !== 'rows' ? <Says slot={slot} numbers={numbers} /> : <Lines runs={runs} />}
		</Tag>
	);
}
