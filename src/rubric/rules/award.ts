import type { Award } from '../../schemas/rubric.ts';
import type { Misfit, State } from './rule.ts';

/** By which answers know an award: the name under which it was first published, whatever it is called by now. */
export const keyOf = ({ key, name }: Pick<Award, 'key' | 'name'>): string => key ?? name;

/** How far awards that are each asked about are answered. */
export function stateOf(awards: readonly Award[], said: Readonly<Record<string, unknown>>): State {
	const answered = awards.filter((award) => said[keyOf(award)] !== undefined).length;
	if (answered === 0) return 'unanswered';
	return answered < awards.length ? 'partly' : 'answered';
}

/** What is said of awards that there are not. */
export function strangeIn(said: Readonly<Record<string, unknown>>, awards: readonly Award[]): Misfit[] {
	const names = Object.keys(said);
	const known = names.filter((name) => awards.some((award) => keyOf(award) === name));
	if (known.length === names.length) return [];
	return known.length === 0 ? ['unknown'] : ['in-part'];
}

/** An award without its words. */
export const slimAward = ({ key, name, points, other }: Award): Award => ({
	...(key !== undefined && { key }),
	name,
	points,
	...(other !== undefined && { other }),
});

/** Fields of awards by their keys: `part 专业人员参与`. */
export const fieldOf = (what: string, award: Award): string => `${what} ${keyOf(award)}`;

/** What such fields say, by key; undefined where they say nothing. */
export function saidIn<T>(
	what: string,
	values: Readonly<Record<string, unknown>>,
	read: (value: unknown) => T,
): { [key: string]: T } | undefined {
	const said = Object.entries(values).flatMap(([name, value]) =>
		name.startsWith(what) && value !== undefined ? [[name.slice(what.length + 1), read(value)] as const] : [],
	);
	return said.length > 0 ? Object.fromEntries(said) : undefined;
}

export const valuesFor = <T, V>(what: string, said: Readonly<Record<string, T>>, write: (said: T) => V) =>
	Object.fromEntries(Object.entries(said).map(([key, each]) => [`${what} ${key}`, write(each)]));
