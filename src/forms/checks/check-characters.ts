/* Codes of organisations, whose last character follows from those before it. */

const sum = (characters: string, weights: readonly number[], alphabet: string): number =>
	weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(characters[i] ?? ''), 0);

/** GB 32100: no I, O, S, V, Z, which look like digits and others. */
export const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The 18th character of a 统一社会信用代码 by the 17 before it. */
export const creditCheck = (code: string): string =>
	creditAlphabet[(31 - (sum(code, creditWeights, creditAlphabet) % 31)) % 31] ?? '';

const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** The 9th character of a 组织机构代码 by the 8 before it (GB 11714). */
export const organisationCheck = (code: string): string =>
	'0123456789X'[(11 - (sum(code, organisationWeights, organisationAlphabet) % 11)) % 11] ?? '';
