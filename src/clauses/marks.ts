import type { Mark, MarkKind, Run } from '../schemas/document.ts';

/*
 * The notation of editorial marks, typed inside the running text:
 *
 *   {repair: captured→shown // reason}
 *   {restore: shown // reason}
 *   {lost: captured // reason}
 *   {note: text // reason}
 */
const notation = /\{(\w+):([^{}]*?)\/\/([^{}]*)\}/g;

export class MarkError extends Error {}

/** Numbers the marks of one document as they are met. */
export function markReader(): { read: (text: string) => Run[]; marks: Mark[] } {
	const marks: Mark[] = [];

	function read(text: string): Run[] {
		const runs: Run[] = [];
		let end = 0;
		for (const match of text.matchAll(notation)) {
			addPlain(runs, text.slice(end, match.index));
			const [whole, kind = '', body = '', reason = ''] = match;
			const mark = { number: marks.length + 1, ...interpret(kind, body.trim(), whole), reason: reason.trim() };
			if (mark.reason === '') throw new MarkError(`the mark ${whole} gives no reason.`);
			marks.push(mark);
			runs.push({ text: mark.shown, mark });
			end = match.index + whole.length;
		}
		addPlain(runs, text.slice(end));
		return runs;
	}

	return { read, marks };
}

function addPlain(runs: Run[], text: string): void {
	const brace = text.search(/[{}]/);
	if (brace >= 0) throw new MarkError(`the mark at “${text.slice(brace, brace + 20)}” is not closed or not complete.`);
	if (text !== '') runs.push({ text });
}

function interpret(kind: string, body: string, whole: string): Pick<Mark, 'kind' | 'captured' | 'shown'> {
	switch (kind as MarkKind) {
		case 'repair': {
			const [captured, shown, ...more] = body.split('→');
			if (!captured || shown === undefined || more.length > 0 || captured === shown)
				throw new MarkError(`the mark ${whole} must read captured→shown, and the two must differ.`);
			return { kind: 'repair', captured, shown };
		}
		case 'restore':
			if (body === '') throw new MarkError(`the mark ${whole} restores nothing.`);
			return { kind: 'restore', captured: '', shown: body };
		case 'lost':
			return { kind: 'lost', captured: body, shown: body };
		case 'note':
			if (body === '') throw new MarkError(`the mark ${whole} does not say which words it is about.`);
			return { kind: 'note', captured: body, shown: body };
		default:
			throw new MarkError(`“${kind}” is not a kind of mark.`);
	}
}

export const shownText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

export const capturedText = (runs: readonly Run[]): string =>
	runs.map((run) => (run.mark ? run.mark.captured : run.text)).join('');

/** Cuts runs after `length` shown characters; undefined when that would cut through a mark. */
export function splitRuns(runs: readonly Run[], length: number): [Run[], Run[]] | undefined {
	const before: Run[] = [];
	let left = length;
	for (const [i, run] of runs.entries()) {
		if (left <= 0) return [before, runs.slice(i)];
		if (run.text.length <= left) before.push(run);
		else if (run.mark) return undefined;
		else {
			before.push({ text: run.text.slice(0, left) });
			return [before, [{ text: run.text.slice(left) }, ...runs.slice(i + 1)]];
		}
		left -= run.text.length;
	}
	return [before, []];
}

/** Words of a table's file as shown. */
export const withoutMarks = (text: string): string => shownText(markReader().read(text));
