import { citation, fullLabel } from '../../clauses/citation.ts';
import type { Library } from '../../content/library.ts';
import { digest } from '../../digest.ts';
import { criteriaOf } from '../../rubric/criteria.ts';
import type { Option, Question } from '../../schemas/question.ts';
import { placeName, placeOfClause, placeUrl } from '../../text/place.ts';
import { type Bank, type BankOption, type BankQuestion, bankFormat, type Source } from './bank.ts';

/** What /data/questions.json holds. */
export function bankOf({ topics, documents, rubrics, links }: Library): Bank {
	const sourceOf = ({ clause, quote }: { clause: string; quote: string }): Source => {
		const place = placeOfClause(clause, { documents, links });
		return {
			clause,
			citation: citation(place.document.meta, fullLabel(place.visit)),
			short: placeName(place),
			url: placeUrl(place),
			quote,
		};
	};
	const optionOf = ({ text, right, why, elsewhere }: Option): BankOption => ({
		text,
		right: right === true,
		...(why !== undefined && { why }),
		...(elsewhere && { elsewhere: sourceOf(elsewhere) }),
	});
	const lines = rubrics.flatMap((rubric) =>
		criteriaOf(rubric).map(({ id, clauses }) => ({
			line: `${rubric.id} ${id}`,
			clauses: [
				`${rubric.document}#${rubric.anchor ? `${rubric.anchor}.` : ''}${id}`,
				...clauses.map(({ clause }) => clause),
			],
		})),
	);
	const restsOn = (clause: string, other: string) => clause === other || clause.startsWith(`${other}.`);

	const shape = (question: Question) => {
		switch (question.kind) {
			case 'single':
			case 'multiple':
				return {
					kind: question.kind,
					options: question.options.map(optionOf),
					// The same that src/content/check-questions.ts wants to ascend.
					ordered: question.options.every(({ text }) => /^(?:不少于|至少|最多|每)?\d/.test(text)),
				};
			case 'truth': {
				const { instead } = question;
				return {
					kind: question.kind,
					holds: instead === undefined,
					...(instead && { said: instead.said, fact: instead.fact }),
					...(instead?.elsewhere && { elsewhere: sourceOf(instead.elsewhere) }),
				};
			}
			case 'order':
				return { kind: question.kind, steps: question.steps };
			case 'match':
				return { kind: question.kind, pairs: question.pairs };
		}
	};

	const questionOf = (topic: string, question: Question): BankQuestion => {
		const { id, rule, clause, quote, also, difficulty, stem, explanation } = question;
		const sources = [{ clause, quote }, ...also].map(sourceOf);
		const asked = shape(question);
		return {
			id,
			version: digest(JSON.stringify([stem, asked])),
			topic,
			rule,
			document: clause.split('#')[0] ?? '',
			difficulty,
			stem,
			explanation,
			sources,
			lines: lines
				.filter(({ clauses }) => sources.some((source) => clauses.some((other) => restsOn(source.clause, other))))
				.map(({ line }) => line),
			...asked,
		};
	};

	return {
		format: bankFormat,
		topics: topics.map(({ id, title }) => ({ id, title })),
		documents: documents.map(({ id, meta }) => ({ id, title: meta.title, short: meta.short })),
		names: [
			...documents.map(({ meta }) => ({ called: [meta.short, ...meta.called], title: meta.title })),
			...rubrics.map(({ short, called, title }) => ({ called: [short, ...called], title })),
		].map(({ called, title }) => ({ called: [...new Set(called)], title })),
		questions: topics.flatMap(({ id, questions }) => questions.map((question) => questionOf(id, question))),
	};
}
