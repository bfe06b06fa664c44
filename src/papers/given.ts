import type { ReadLine } from '../evidence/papers.ts';
import type { Facts } from '../pilots/facts.ts';
import type { Result } from '../rubric/score.ts';
import type { Rubric } from '../schemas/rubric.ts';
import type { Check } from '../schemas/saved-check.ts';
import type { Form } from './table-form.ts';

/** What every paper is made from. */
export interface Given {
	form: Form;
	check: Check;
	facts: Facts;
	lines: { [line: string]: ReadLine };
	rubric: Pick<Rubric, 'threshold'>;
	result: Result;
	/** What bars and when what is due, where it is asked for. */
	ahead?: readonly string[];
	/** YYYY-MM-DD. */
	today: string;
}
