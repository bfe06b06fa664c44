import { officialDate } from '../dates/official.ts';
import type { Fact } from '../schemas/fact.ts';
import type { FormRecord } from '../schemas/saved-form.ts';
import type { Place } from './places.ts';

/* What stands in the places of a form, by what the pilot's facts and the form's own fields say. */

/** What of a place matters here; a page has no more of it. */
export interface Said {
	slot: Pick<Place['slot'], 'printed'>;
	facts?: readonly Pick<Fact, 'id' | 'kind'>[];
	field?: Place['field'];
}

export interface Saying {
	/** What a fact of the pilot says. */
	fact: (id: string) => string;
	/** A field of this form; undefined where nothing was ever said in it. */
	own: (field: string) => FormRecord | undefined;
}

/** Where a form says otherwise than the pilot's facts, under this field: an old address, at the time. */
export const otherwiseIn = ({ facts = [] }: Pick<Said, 'facts'>): string =>
	`own.${facts.map(({ id }) => id).join('.')}`;

/** The facts of a place as it prints them. */
export function factsSaid({ facts = [], slot }: Said, { fact }: Pick<Saying, 'fact'>): string {
	const how = slot.printed.includes('月') && !slot.printed.includes('日') ? 'month' : 'day';
	const said = facts.map(({ id, kind }) => (kind === 'date' ? officialDate(fact(id), how) : fact(id).trim()));
	const [first, second] = facts;
	// 试点时间 is one place and two facts: from when to when. What has both a day and a number stands side by side.
	if (first?.kind === 'date' && second?.kind === 'date')
		return said.some(Boolean) ? said.map((each) => each || '＿＿').join('至') : '';
	return said.filter(Boolean).join('，');
}

const isMonth = /^\d{4}-\d\d$/;

/** A month is typed as one likes; what is no 2026-03 or 2026-03-15 stands as it was typed. */
const monthSaid = (said: string): string =>
	officialDate(isMonth.test(said.trim()) ? `${said.trim()}-01` : said, 'month');

/** What stands in a place: as said in this form, else by the facts. */
export function textOf(place: Said, saying: Saying): string {
	if (place.field) {
		const { said = '' } = saying.own(place.field.id) ?? {};
		if (place.field.kind === 'date') return officialDate(said);
		return place.field.kind === 'month' ? monthSaid(said) : said;
	}
	const own = saying.own(otherwiseIn(place))?.said ?? '';
	return own.trim() ? own : factsSaid(place, saying);
}

export const isFilled = (place: Said, saying: Saying): boolean =>
	place.field?.kind === 'rows'
		? (saying.own(place.field.id)?.rows ?? []).some(({ cells }) => Object.values(cells).some((text) => text.trim()))
		: textOf(place, saying).trim() !== '';
