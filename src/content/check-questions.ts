import type { Fault } from '../clauses/fault.ts';
import type { Links } from '../clauses/links.ts';
import { shownText } from '../clauses/marks.ts';
import { words } from '../clauses/outline.ts';
import { plainStem } from '../clauses/stem.ts';
import type { Document, Run } from '../schemas/document.ts';
import type { Option, Question, Topic } from '../schemas/question.ts';
import { topicFile } from './questions.ts';
import { type Finding, quotationFault } from './quotations.ts';

/* What makes a question fair: each rule finds one kind of fault. */

type Rule = (question: Question) => (Finding | false)[];

const optionsOf = (question: Question): readonly Option[] => ('options' in question ? question.options : []);

const rightOf = (question: Question): Option[] => optionsOf(question).filter(({ right }) => right);
const wrongOf = (question: Question): Option[] => optionsOf(question).filter(({ right }) => !right);

const rightInNumber: Rule = (question) => {
	const right = rightOf(question).length;
	return [
		question.kind === 'single' && right !== 1 && [`${right} options are right.`, 'Mark exactly one with right: true.'],
		question.kind === 'multiple' &&
			right < 2 && [`${right} options are right.`, 'A multiple choice has at least two right options.'],
	];
};

const wrongOptionsSayWhy: Rule = (question) => [
	...wrongOf(question).map(
		({ text, why }): Finding | false => !why && [`“${text}” does not say why it is wrong.`, 'Add why.'],
	),
	...rightOf(question).map(
		({ text, why, elsewhere }): Finding | false =>
			(why !== undefined || elsewhere !== undefined) && [`“${text}” is right and says why it is wrong.`, 'Remove it.'],
	),
];

const saidTwice: Rule = (question) => {
	const texts =
		question.kind === 'order'
			? question.steps
			: question.kind === 'match'
				? question.pairs.flatMap(({ left, right }) => [`l ${left}`, `r ${right}`])
				: optionsOf(question).map(({ text }) => text);
	return texts
		.filter((text, i) => texts.indexOf(text) !== i)
		.map((text) => [`“${text}” is offered twice.`, 'Make them differ.']);
};

const emptyOptions = /以上(都|均|皆|全部|答案)|都对|都不对|都是|都不是/;

const noneOfTheAbove: Rule = (question) =>
	optionsOf(question).map(
		({ text }) => emptyOptions.test(text) && [`“${text}” says nothing of its own.`, 'Write a real option.'],
	);

const absolute = /一律|必须|任何|绝对|全部都/g;

/** Words that give away a wrong option may only be there when the source says them. */
const absoluteOnlyAsQuoted: Rule = (question) => {
	const quoted = [question.quote, ...question.also.map(({ quote }) => quote)].join();
	return optionsOf(question).flatMap(({ text, elsewhere }) =>
		Array.from(text.matchAll(absolute), ([word]): Finding | false => {
			const said = `${quoted}${elsewhere?.quote ?? ''}`.includes(word);
			return !said && [`“${text}” says ${word}, which no source says.`, 'Leave the word out.'];
		}),
	);
};

const leadingNumber = (text: string): number | undefined => {
	const found = /^(?:不少于|至少|最多|每)?(\d+(?:\.\d+)?)/.exec(text);
	return found ? Number(found[1]) : undefined;
};

const numbersAscend: Rule = (question) => {
	if (question.kind !== 'single') return [];
	const numbers = question.options.map(({ text }) => leadingNumber(text));
	if (numbers.some((number) => number === undefined)) return [];
	return [
		numbers.some((number, i) => i > 0 && Number(number) <= Number(numbers[i - 1])) && [
			'its numbers do not ascend.',
			'Put the options in the order of their numbers.',
		],
	];
};

const lettersOnly = (text: string) => text.replaceAll(/[^\u4e00-\u9fff\w]/g, '');

/** Four letters that stem and key share and no wrong option has give the key away. */
const tellTale: Rule = (question) => {
	if (question.kind !== 'single') return [];
	const stem = lettersOnly(plainStem(question.stem));
	const wrong = wrongOf(question).map(({ text }) => lettersOnly(text));
	const key = lettersOnly(rightOf(question)[0]?.text ?? '');
	for (let i = 0; i + 4 <= key.length; i += 1) {
		const piece = key.slice(i, i + 4);
		if (stem.includes(piece) && !wrong.some((text) => text.includes(piece)))
			return [[`“${piece}” stands in the stem and in the right option alone.`, 'Say one of them otherwise.']];
	}
	return [];
};

const negation = /不|未|没有|无|非/;

const negationIsEmphasised: Rule = ({ stem, kind }) => {
	const emphasised = Array.from(stem.matchAll(/\*([^*]+)\*/g), ([, word = '']) => word);
	const turns =
		kind !== 'truth' && /(不属于|不包括|不正确|错误|不需要|不得|不能)[^，。？]*的(是|有)/.test(plainStem(stem));
	return [
		stem.split('*').length % 2 === 0 && ['an emphasis is not closed.', 'Put * before and after the word.'],
		turns && emphasised.length === 0 && ['its negation is not emphasised.', 'Write *不* as in 下列*不*属于……的是.'],
		...emphasised.map(
			(word): Finding | false =>
				!negation.test(word) &&
				word !== '错误' && [`“${word}” is emphasised and no negation.`, 'Emphasise negations only.'],
		),
	];
};

const falseChangesOneFact: Rule = (question) => {
	if (question.kind !== 'truth' || !question.instead) return [];
	const { said, fact } = question.instead;
	const sources = [question.quote, ...question.also.map(({ quote }) => quote)].join('\n');
	return [
		question.stem.split(said).length !== 2 && [
			`its stem says “${said}” ${question.stem.split(said).length - 1} times.`,
			'`said` is the one place where the stem departs from the source.',
		],
		!sources.includes(fact) && [`“${fact}” is not in its quotation.`, '`fact` is what the source says instead.'],
		said === fact && ['what is said is the fact.', 'Make them differ.'],
	];
};

const explains: Rule = ({ explanation, stem }) => [
	lettersOnly(explanation).length < 8 && ['its explanation says too little.', 'Say why the answer is so.'],
	plainStem(stem).length > 120 && ['its stem is too long to be read in a test.', 'Say it in at most 120 characters.'],
];

const rules: Rule[] = [
	rightInNumber,
	wrongOptionsSayWhy,
	saidTwice,
	noneOfTheAbove,
	absoluteOnlyAsQuoted,
	numbersAscend,
	tellTale,
	negationIsEmphasised,
	falseChangesOneFact,
	explains,
];

/** All places that a question names. */
export const citationsOf = (question: Question): { clause: string; quote: string }[] => [
	{ clause: question.clause, quote: question.quote },
	...question.also,
	...optionsOf(question).flatMap(({ elsewhere }) => elsewhere ?? []),
	...(question.kind === 'truth' && question.instead?.elsewhere ? [question.instead.elsewhere] : []),
];

export function checkQuestions(
	topics: readonly Topic[],
	documents: readonly Document[],
	links: Pick<Links, 'clause'>,
): Fault[] {
	const quotationsStand: Rule = (question) =>
		citationsOf(question).map(({ clause, quote }) => quotationFault(links, clause, quote));
	const isDamaged = damageIn(documents);
	const restsOnWholeText: Rule = (question) => [
		!question.damage &&
			citationsOf(question).some(({ clause, quote }) => isDamaged(clause, quote)) && [
				'it rests on words with an editorial mark.',
				'Ask about something else, or make the damage its point with damage: true.',
			],
	];
	return topics.flatMap((topic) =>
		topic.questions.flatMap((question) =>
			[...rules, quotationsStand, restsOnWholeText].flatMap((rule) =>
				rule(question).flatMap((finding) =>
					finding ? [{ file: topicFile(topic.id), problem: `${question.id}: ${finding[0]}`, remedy: finding[1] }] : [],
				),
			),
		),
	);
}

/** Whether a quotation touches a mark, by the words that stand under each clause. */
function damageIn(documents: readonly Document[]): (clause: string, quote: string) => boolean {
	const marked = new Map<string, { text: string; runs: readonly Run[] }[]>();
	for (const document of documents)
		for (const { runs, visit } of words(document)) {
			if (!visit || !runs.some(({ mark }) => mark)) continue;
			const said = { text: shownText(runs), runs };
			for (const { id } of [...visit.ancestors, visit.clause]) {
				const key = `${document.id}#${id}`;
				marked.set(key, [...(marked.get(key) ?? []), said]);
			}
		}
	return (clause, quote) =>
		(marked.get(clause) ?? []).some(({ text, runs }) => {
			const start = text.indexOf(quote);
			let at = 0;
			return (
				start >= 0 &&
				runs.some(({ text: part, mark }) => {
					const begins = at;
					at += part.length;
					return mark !== undefined && begins < start + quote.length && at > start;
				})
			);
		});
}
