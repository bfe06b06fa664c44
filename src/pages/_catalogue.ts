import { standardAnchor } from '../clauses/standards.ts';
import { plainStem } from '../clauses/stem.ts';
import { standardsNamed } from '../features/library/standards.ts';
import { catalogue } from '../features/search/catalogue.ts';
import { kindNames } from '../features/training/bank.ts';
import { bankOf } from '../features/training/data.ts';
import { sayAnswer } from '../features/training/Explain.tsx';
import { library } from '../text/library.ts';

/** Everything that can be found, from every feature that has something. */
export const fullCatalogue = () => {
	const bank = bankOf(library());
	return catalogue([
		...bank.topics.map(({ id, title }) => ({
			source: { id: `training/questions/${id}/`, document: '', short: `题库 ${title}`, called: [] },
			passages: bank.questions
				.filter(({ topic }) => topic === id)
				.map((question) => ({
					kind: 'question' as const,
					source: `training/questions/${id}/`,
					id: question.id,
					label: kindNames[question.kind],
					document: question.document,
					text: `${plainStem(question.stem)}\n${sayAnswer(question)}`,
				})),
		})),
		{
			source: { id: 'standards/', document: '', short: '标准', called: [] },
			passages: standardsNamed().map(({ number, names }) => ({
				kind: 'standard' as const,
				source: 'standards/',
				id: standardAnchor(number),
				label: number,
				text: [...names].join('\n'),
			})),
		},
	]);
};
