import type { SharedKind } from '../kept/kind.ts';
import { evidence } from '../kept/kinds/evidence.ts';
import { fact } from '../kept/kinds/fact.ts';
import { form } from '../kept/kinds/form.ts';
import { line } from '../kept/kinds/line.ts';
import { walk } from '../kept/kinds/walk.ts';
import type { LineRecord } from '../schemas/saved-check.ts';
import type { EvidenceRecord } from '../schemas/saved-evidence.ts';
import type { FormRecord } from '../schemas/saved-form.ts';
import type { FactRecord } from '../schemas/saved-pilot.ts';
import type { Shared } from '../schemas/saved-shared.ts';
import type { WalkRecord } from '../schemas/saved-walk.ts';
import { evidenceNames } from '../strings/evidence-names.ts';
import { findingWords } from '../strings/finding-words.ts';

/** How people talk of a kind of record that two of them wrote differently. */
export interface Told<T extends Shared> {
	kind: SharedKind<T>;
	/** One such record. */
	name: string;
	/** What can be said in it, in the order in which it is read. */
	fields: { readonly [field: string]: string };
	/** What one thing of its lists is called. */
	one?: string;
	/** Values that are words of ours. */
	words?: { readonly [value: string]: string } | undefined;
	/** Both versions in one, and what that keeps. */
	both?: { of(first: T, second: T): T; name: string };
}

export const toldLine: Told<LineRecord> = {
	kind: line,
	name: '这一项',
	fields: { answer: '选择', reason: '不适用的理由', note: '说明', later: '留到以后', papers: '佐证材料' },
	one: '这份佐证',
	both: { of: both, name: '合在一起：说明接着写，佐证都留' },
};

export const toldWalk: Told<WalkRecord> = {
	kind: walk,
	name: '这一条',
	fields: { finding: '检查结果', who: '责任人', due: '整改时限', note: '备注' },
	words: { ...findingWords, open: '还没有定' },
};

/** Which fact it is, stands beside it. */
export const toldFact: Told<FactRecord> = { kind: fact, name: '这一栏', fields: { said: '内容' } };

/** Which field of which form it is, stands beside it. */
export const toldForm: Told<FormRecord> = { kind: form, name: '这一栏', fields: { said: '内容', rows: '各行' } };

export const toldEvidence: Told<EvidenceRecord> = {
	kind: evidence,
	name: '这份材料',
	fields: {
		...evidenceNames,
		gone: '从材料库删掉',
		same: '和哪一份是同一份',
	},
};

/** What two versions say, put together: the first's choice, both their words and papers. */
function both(first: LineRecord, second: LineRecord): LineRecord {
	const words = (a: string, b: string) => (a.includes(b) ? a : b.includes(a) ? b : `${a}\n${b}`);
	const noteOf = (id: string) => second.papers.find((paper) => paper.id === id)?.note ?? '';
	const more = second.papers.filter(({ id }) => !first.papers.some((paper) => paper.id === id));
	return {
		...first,
		answer: first.answer ?? second.answer,
		reason: words(first.reason, second.reason),
		note: words(first.note, second.note),
		later: first.later || second.later,
		papers: [...first.papers.map(({ id, note }) => ({ id, note: words(note, noteOf(id)) })), ...more],
	};
}
