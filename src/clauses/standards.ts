/** A standard's number as found in a text. */
interface StandardMention {
	start: number;
	end: number;
	/** The number in one spelling, without the year: "GB/T 24421", "DB34/T 1162.1". */
	number: string;
}

const pattern = /(GB|DB\s?\d{2,4})(\/T)?\s?(\d+(?:\.\d+)*)(?:[-—–]\d{4}(?!\d))?/g;

/** Standards named in a text, whatever the spacing and the dash. */
export function findStandards(text: string): StandardMention[] {
	return Array.from(text.matchAll(pattern), (match) => {
		const [whole, issuer = '', recommended = '', number = ''] = match;
		return {
			start: match.index,
			end: match.index + whole.length,
			number: `${issuer.replace(/\s/, '')}${recommended} ${number}`,
		};
	});
}

/** The anchor of a standard on the list of standards: "GB/T 32170.1" becomes "gb-t-32170.1". */
export const standardAnchor = (number: string): string => number.toLowerCase().replaceAll(/[/ ]/g, '-');

/** What a standard is called right after its number: 《…》, or the words up to the next comma. */
export function nameAfter(text: string, end: number): string | undefined {
	const rest = text.slice(end).replaceAll('\n', ' ');
	const quoted = /^\s*《([^》]+)》/.exec(rest)?.[1];
	return quoted ?? /^\s*(?!等|要求)([\u4e00-\u9fff（）、\-：: \d]{6,}?)(?=[，。；]|$)/.exec(rest)?.[1]?.trim();
}
