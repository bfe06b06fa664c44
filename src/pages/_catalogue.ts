import { standardAnchor } from '../clauses/standards.ts';
import { plainStem } from '../clauses/stem.ts';
import { formPage, keyOf } from '../features/forms/form-page.ts';
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
		...library().forms.map((form) => {
			const { places } = formPage(form);
			const source = `forms/${form.id}/`;
			const [document = ''] = (form.due[0]?.clause ?? '').split('#');
			const labels = [...new Set(places.map(({ label }) => label))];
			const own = places.filter(({ field }) => field);
			return {
				source: { id: source, document, short: form.name, called: [form.name] },
				passages: [
					{
						kind: 'form' as const,
						source,
						id: '',
						label: form.name,
						whole: true,
						text: `${form.name}\n由${form.by}填写。要填：${labels.join('、')}`,
					},
					...own.map((place) => ({
						kind: 'form' as const,
						source,
						id: keyOf(place),
						label: place.label,
						text: [place.label, place.hint, ...(place.ask ?? [])].filter(Boolean).join('\n'),
					})),
				],
			};
		}),
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
