/* The bank as the browser gets it: /data/questions.json. */

export const bankFormat = 1;

/** A place that an answer rests on. */
export interface Source {
	clause: string;
	/** 《…》（文号）第十八条第二款. */
	citation: string;
	/** 细则 第十八条第二款. */
	short: string;
	url: string;
	quote: string;
}

export interface BankOption {
	text: string;
	right: boolean;
	/** Why it is wrong here. */
	why?: string;
	/** Where it would be right. */
	elsewhere?: Source;
}

interface Shared {
	id: string;
	/** Changes with its words: an answer given to other words is an answer to another question. */
	version: string;
	topic: string;
	rule: string;
	document: string;
	difficulty: 1 | 2 | 3;
	stem: string;
	explanation: string;
	sources: Source[];
	/** The scoring lines whose points rest on what it asks: "shenzhen-2022 b12". */
	lines: string[];
}

export type BankQuestion = Shared &
	(
		| { kind: 'single' | 'multiple'; options: BankOption[] /** Numbers stay in their order. */; ordered: boolean }
		| { kind: 'truth'; holds: boolean; said?: string; fact?: string; elsewhere?: Source }
		| { kind: 'order'; steps: string[] }
		| { kind: 'match'; pairs: { left: string; right: string }[] }
	);

export type Kind = BankQuestion['kind'];

export interface Bank {
	format: number;
	topics: { id: string; title: string }[];
	documents: { id: string; title: string; short: string }[];
	/** What the questions call a document or a table, and what that is. */
	names: { called: string[]; title: string }[];
	questions: BankQuestion[];
}

export const kindNames: { [kind in Kind]: string } = {
	single: '单选',
	multiple: '多选',
	truth: '判断',
	order: '排序',
	match: '配对',
};
