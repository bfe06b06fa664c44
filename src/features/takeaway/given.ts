import type { Facts } from '../../pilots/facts.ts';
import type { Result } from '../../rubric/score.ts';
import type { Rubric } from '../../schemas/rubric.ts';
import type { Check, LineRecord } from '../../schemas/saved-check.ts';
import type { Form } from './form.ts';

/** What every paper is made from. */
export interface Given {
	form: Form;
	check: Check;
	facts: Facts;
	lines: { [line: string]: LineRecord };
	rubric: Pick<Rubric, 'threshold'>;
	result: Result;
	/** YYYY-MM-DD. */
	today: string;
}
