import { read } from '../kept/kind.ts';
import { fact } from '../kept/kinds/fact.ts';

/* Of a pilot's facts those that the self-check, its papers and the pages themselves use. */

const ids = {
	unit: 'unit-name',
	pilot: 'pilot-name',
	sector: 'sector',
	/** The pilot's period, and since when its system of standards is in operation: YYYY-MM-DD. */
	begins: 'begins',
	ends: 'ends',
	running: 'running',
} as const;

export type Facts = { readonly [fact in keyof typeof ids]: string };

export const factKey = (pilot: string, id: string): string => `${fact.prefix}${pilot} ${id}`;

/** The keys of a pilot's facts that are used. */
export const factKeys = (pilot: string): string[] => Object.values(ids).map((id) => factKey(pilot, id));

/** What is said, by what lies under a key. */
export function factsIn(pilot: string, at: (key: string) => unknown): Facts {
	const said = Object.entries(ids).map(([name, id]) => {
		const found = read(fact, at(factKey(pilot, id)));
		return [name, found.state === 'good' ? found.value.said : ''];
	});
	return Object.fromEntries(said) as Facts;
}

export const noFacts: Facts = factsIn('', () => undefined);

/** The unit, where it is not what the pilot is called by. */
export const besides = ({ pilot, unit }: Facts): string => (pilot.trim() && unit.trim() ? ` · ${unit.trim()}` : '');

/** What a pilot is called on our pages. */
export const nameOfPilot = ({ pilot, unit }: Facts): string => pilot.trim() || unit.trim() || '还没有名称的试点';
