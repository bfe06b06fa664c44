import { fullLabel } from '../../clauses/citation.ts';
import type { Place } from '../../clauses/links.ts';
import type { Visit } from '../../clauses/outline.ts';
import type { Document } from '../../schemas/document.ts';
import { library } from '../../text/library.ts';
import { placeName, placeUrl } from '../../text/place.ts';
import { linesRestingOn, type RestingLine } from '../../text/resting.ts';
import { url } from '../../url.ts';

export interface Use {
	/** The label of the clause that is used. */
	label: string;
	places: Place[];
	/** Lines of scoring tables, by table. */
	tables: RestingLine[][];
}

/** What rests on some clauses, the document's own references aside; clauses on which nothing rests are left out. */
export const usesOf = (document: Document, visits: readonly Visit[]): Use[] =>
	visits
		.map((visit) => ({
			label: fullLabel(visit),
			places: library()
				.links.to(document.id, visit.clause.id)
				.filter((place) => place.document !== document),
			tables: linesRestingOn(document.id, visit.clause.id),
		}))
		.filter(({ places, tables }) => places.length + tables.length > 0);

const count = (name: string, number: number) => (number > 0 ? [`${name} ${number}`] : []);

/** What rests on a clause, folded to one line; `named` says which of several clauses each rests on. */
export function UsedBy({ uses, named }: { uses: readonly Use[]; named: boolean }) {
	if (uses.length === 0) return null;
	const lines = uses.flatMap(({ tables }) => tables.flat()).length;
	const places = uses.flatMap((use) => use.places).length;
	return (
		<details class="uses">
			<summary>被引用：{[...count('评分', lines), ...count('文件', places)].join('，')}</summary>
			{uses.map((use) => (
				<p key={use.label}>
					{named && (
						<>
							<b>{use.label}</b>
							<br />
						</>
					)}
					{use.tables.map(([first, ...more]) => first && <TableUse key={first.rubric.id} lines={[first, ...more]} />)}
					{use.places.map((place) => (
						<>
							<a href={placeUrl(place)}>{placeName(place)}</a>{' '}
						</>
					))}
				</p>
			))}
		</details>
	);
}

/** Lines that follow each other in their table, told as one: 第9项–第12项. */
function stretches(lines: readonly RestingLine[]): RestingLine[][] {
	const out: RestingLine[][] = [];
	for (const line of lines) {
		const stretch = out.at(-1);
		const before = stretch?.at(-1);
		if (stretch && before?.place !== undefined && line.place === before.place + 1) stretch.push(line);
		else out.push([line]);
	}
	return out;
}

function TableUse({ lines }: { lines: [RestingLine, ...RestingLine[]] }) {
	const [{ rubric }] = lines;
	return (
		<>
			{rubric.short}
			{stretches(lines).map((stretch) => {
				const labels = [stretch[0]?.label, ...(stretch.length > 1 ? [stretch.at(-1)?.label] : [])];
				return (
					<>
						{' '}
						<a href={url.rubric(rubric.id, stretch[0]?.id)}>{labels.join('–')}</a>
					</>
				);
			})}
			<br />
		</>
	);
}
