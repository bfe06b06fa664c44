import { normal } from '../../clauses/normal.ts';
import { longestQuestion } from '../../strings/longest-question.ts';
import { everydayWords } from './everyday-words.ts';
import { type Label, readLabel } from './label.ts';
import type { Source } from './passage.ts';

/** What someone looks for, as it is compared. */
export interface Question {
	/** As it was typed, but for width and case. */
	raw: string;
	/** All that was typed, as it is compared. */
	whole: string;
	/** The same with standards called by their numbers alone. */
	said: string;
	/** The words of it, once labels, names of sources and everyday words are set aside. */
	parts: string[];
	/** The sources it names; none means any. */
	sources: ReadonlySet<string>;
	/** It names sources and says no more. */
	sourceAlone: boolean;
	/** The label it asks for, and whether it asks for nothing else. */
	label: Label | undefined;
	labelAlone: boolean;
	/** What an answer looks like: 几年 is answered by 2至3年. */
	answer: RegExp | undefined;
}

const everyday = RegExp(everydayWords.join('|'), 'g');

/** A standard's number, whose letters people spell in many ways; its year does not matter. */
const standard = /(?:国标|gb|(db)\s*(\d{2,4}))\s*\/?\s*t?\s*(\d+)((?:\.\d+)*)(?:\s*[-—–]\s*\d{4})?/gi;

/** Numbers too short to be told from others keep their letters; a part may be known by its whole alone. */
function standardKey(_: string, local = 'gb', place = '', number: string, part: string): string {
	if (number.length + part.length < 4) return ` ${local}${place}t${number}${part} `;
	return part ? ` ${number}${part} ${number} ` : ` ${number} `;
}

/** A label at the start of a question that goes on. */
const opening =
	/^(第?[\d零一二三四五六七八九十百]+[条章](?:第?[\d一二三四五六七八九十]+款)?(?:第?[（(]?[\d一二三四五六七八九十]+[）)]?项)?|附件\s*\d+)(.+)$/;

/** A document as formal citations name it. */
const cited = /《([^《》]+)》\s*(?:\([^()]*号\))?/;

interface Named {
	/** The sources that the name means. */
	sources: string[];
	/** The question without the name. */
	rest: string;
}

/** What is named in a question: in book-title marks, as a word of its own, at its start before a label, or somewhere. */
function findName(raw: string, sources: readonly Source[]): Named | undefined {
	const names = sources
		.flatMap(({ id, called }) => called.map((name) => ({ id, name: normal(name).text })))
		.sort((a, b) => b.name.length - a.name.length);
	const meaning = (name: string) => names.filter((each) => each.name === name).map(({ id }) => id);
	const [whole = '', title = ''] = cited.exec(raw) ?? [];
	const formal = meaning(normal(title).text);
	if (formal.length > 0) return { sources: formal, rest: raw.replace(whole, ' ').trim() };
	const typed = normal(raw).text;
	const alone = meaning(typed);
	if (alone.length > 0) return { sources: alone, rest: '' };
	for (let length = raw.length - 1; length > 1; length -= 1) {
		const meant = names.filter(({ name }) => name.startsWith(raw.slice(0, length)));
		const rest = raw.slice(length).trim();
		if (meant.length > 0 && (readLabel(rest) || opening.test(rest)))
			return { sources: meant.map(({ id }) => id), rest };
	}
	const word = names.find(({ name }) => raw.split(separators).includes(name));
	if (word) return { sources: meaning(word.name), rest: raw.replace(word.name, ' ').trim() };
	const inside = names.find(({ name }) => raw.includes(name));
	return inside && { sources: meaning(inside.name), rest: raw };
}

export function readQuestion(typed: string, sources: readonly Source[]): Question {
	const raw = typed.normalize('NFKC').slice(0, longestQuestion).toLowerCase().trim();
	const named = findName(raw, sources);
	const rest = named?.rest ?? raw;
	const sure = (label: Label | undefined) => (label?.sure || (named && rest !== raw) ? label : undefined);
	const alone = sure(readLabel(rest));
	const [, start = '', more = ''] = opening.exec(rest) ?? [];
	const label = alone ?? sure(readLabel(start));
	return {
		raw,
		whole: normal(raw).text,
		said: normal(raw.replaceAll(standard, standardKey)).text,
		parts: partsOf(label && !alone ? more : rest),
		sources: new Set(named?.sources),
		sourceAlone: named !== undefined && rest === '',
		label,
		labelAlone: alone !== undefined,
		answer: answerTo(raw),
	};
}

const number = '[\\d一二三四五六七八九十百半两]';
const times = '(?:个?工作日|个?月|年|日|天|小时|学时)';

function answerTo(raw: string): RegExp | undefined {
	const [, first = '', second = ''] = /(?:几|多少)个?([\u4e00-\u9fff])([\u4e00-\u9fff])?/.exec(raw) ?? [];
	if (first) return RegExp(`${number}个?(?:${second && `${first}${second}|`}${first})`);
	if (/多久|多长时间|什么时候|何时|期限|哪天/.test(raw)) return RegExp(number + times);
	return /什么是|是什么|什么叫/.test(raw) ? /是指|所称|下称|简称/ : undefined;
}

const separators = /[^\p{L}\p{N}.~—–-]+/u;

function partsOf(words: string): string[] {
	const cut = words.replaceAll(standard, standardKey);
	const parts = (text: string) =>
		text
			.split(separators)
			.map((part) => normal(part).text)
			.filter(Boolean);
	const telling = parts(cut.replaceAll(everyday, ' '));
	return telling.length > 0 ? telling : parts(cut);
}
