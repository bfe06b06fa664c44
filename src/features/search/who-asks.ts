import { normal } from '../../clauses/normal.ts';
import type { Passage } from './passage.ts';
import type { Question } from './question.ts';
import { weighed } from './tokens.ts';

/** Of what people ask whom a passage answers, what is nearest to a question. */
export function whoAsks({ asked = [] }: Passage, { whole }: Question): string | undefined {
	const typed = weighed(whole);
	const likeness = (question: string): number => {
		const tokens = weighed(normal(question).text);
		let shared = 0;
		for (const [token, weight] of tokens) if (typed.has(token)) shared += weight;
		return shared / Math.sqrt(tokens.size || 1);
	};
	return [...asked].sort((a, b) => likeness(b) - likeness(a))[0];
}
