import type { Criterion } from '../../schemas/rubric.ts';
import type { Answer } from '../../scoring/situation.ts';

/** A line at its best. */
export function bestAnswer({ rule }: Criterion): Answer {
	switch (rule.kind) {
		case 'choice': {
			const [best] = [...rule.options].sort((a, b) => b.points - a.points);
			return { choice: best?.name ?? '' };
		}
		case 'sum':
			return { parts: Object.fromEntries(rule.parts.map(({ name }) => [name, true])) };
		case 'tally': {
			const [best] = [...rule.works].sort((a, b) => b.points - a.points);
			const enough = best ? Math.ceil(rule.cap / best.points) : 0;
			return { counts: Object.fromEntries(rule.works.map(({ name }) => [name, name === best?.name ? enough : 0])) };
		}
	}
}
