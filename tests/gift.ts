/* An independent reading of Moodle's GIFT: nothing here knows what writes it. */

export interface GiftAnswer {
	text: string;
	/** 100 for a right one, shares of it, negative for wrong ones; pairs have none. */
	weight: number;
	feedback: string;
	pair?: string;
}

export interface GiftQuestion {
	name: string;
	stem: string;
	answers: GiftAnswer[];
	general: string;
}

/** Splits at a sign that is not escaped. */
function split(text: string, sign: RegExp): string[] {
	const parts: string[] = [''];
	for (let at = 0; at < text.length; at += 1) {
		const letter = text[at] ?? '';
		if (letter === '\\') {
			parts[parts.length - 1] += letter + (text[at + 1] ?? '');
			at += 1;
		} else if (sign.test(letter)) parts.push(letter);
		else parts[parts.length - 1] += letter;
	}
	return parts;
}

const plain = (text: string) => text.replaceAll(/\\(.)/gs, '$1').trim();

function readAnswer(raw: string): GiftAnswer {
	const sign = raw[0];
	const [said = '', feedback = ''] = split(raw.slice(1), /#/).map((part, i) => (i === 0 ? part : part.slice(1)));
	const weighed = /^%(-?[\d.]+)%(.*)$/s.exec(said);
	const text = weighed ? (weighed[2] ?? '') : said;
	const [left = '', pair] = text.split(' -> ');
	return {
		text: plain(pair === undefined ? text : left),
		weight: weighed ? Number(weighed[1]) : sign === '=' ? 100 : 0,
		feedback: plain(feedback),
		...(pair !== undefined && { pair: plain(pair) }),
	};
}

export function readGift(text: string): GiftQuestion[] {
	const questions: GiftQuestion[] = [];
	const pattern = /::((?:\\.|[^\\])+?)::\[plain\]((?:\\.|[^\\{])+?)\{((?:\\.|[^\\}])*)\}/gs;
	for (const [, name = '', stem = '', body = ''] of text.matchAll(pattern)) {
		const [answers = '', general = ''] = body.split('####');
		const bare = plain(answers);
		questions.push({
			name: plain(name),
			stem: plain(stem),
			answers: /^(TRUE|FALSE)$/.test(bare)
				? [{ text: bare, weight: 100, feedback: '' }]
				: split(answers, /[=~]/).slice(1).map(readAnswer),
			general: plain(general),
		});
	}
	return questions;
}
