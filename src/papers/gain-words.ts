import { wholeAward } from '../rubric/rules/choice.ts';
import type { Gain } from '../rubric/score.ts';

/** What would earn the points that are still missing. */
export const sayStep = ({ with: names }: Pick<Gain, 'with'>): string =>
	names.map((name) => (name === wholeAward ? '做到这一项' : name)).join('；');
