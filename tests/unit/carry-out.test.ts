import { expect, test } from 'vitest';
import { emptyLine, keys } from '../../src/checks/saved.ts';
import { jobsOf } from '../../src/features/takeaway/bring-in.ts';
import { carryOut, lastImport, undo } from '../../src/features/takeaway/carry-out.ts';
import { readBytes } from '../../src/features/takeaway/read-file.ts';
import { textOfPilot } from '../../src/kept/backup.ts';
import type { Check, LineRecord } from '../../src/schemas/saved-check.ts';
import { inMemory } from './in-memory.ts';

const at = '2026-11-20T01:02:03.000Z';
const backedUp = '2026-11-22T00:00:00.000Z';
const check: Check = {
	format: 2,
	id: 'abc',
	pilot: 'p',
	rubric: 'shenzhen-2022',
	name: '自查',
	createdAt: at,
	updatedAt: at,
};
const line = (note: string): LineRecord => ({ ...emptyLine(), updatedAt: at, note });

/** A store with one check that was backed up, into which older lines come. */
async function imported(lines: { [line: string]: LineRecord }) {
	const values = new Map<string, unknown>([
		[keys.check('abc'), check],
		[keys.line('abc', 'b1'), line('本机')],
		[keys.backup('abc'), backedUp],
		[keys.backup('other'), backedUp],
	]);
	const records = inMemory(values);
	const text = textOfPilot({ pilot: { id: 'p' }, checks: [{ check, lines, unreadable: {} }] });
	const file = readBytes('a.json', new TextEncoder().encode(text));
	await carryOut(records, {
		files: [file.name],
		jobs: jobsOf([file], values),
		others: [],
		choices: new Map(),
		shown: new Map(values),
	});
	const back = async () => {
		const before = await lastImport(records);
		if (!before) throw new Error('nothing to undo');
		return undo(records, before);
	};
	return { values, back };
}

test('a check that is changed counts as not backed up, and as backed up again once that is undone', async () => {
	const { values, back } = await imported({ b2: line('同事') });
	expect(values.has(keys.backup('abc'))).toBe(false);
	expect(values.get(keys.backup('other'))).toBe(backedUp);
	await back();
	expect(values.has(keys.line('abc', 'b2'))).toBe(false);
	expect(values.get(keys.backup('abc'))).toBe(backedUp);
});

test('one that is not changed keeps its backup', async () => {
	const { values } = await imported({ b1: line('本机') });
	expect(values.get(keys.backup('abc'))).toBe(backedUp);
});

test('a backup made since holds what is undone, and no longer counts', async () => {
	const { values, back } = await imported({ b2: line('同事') });
	values.set(keys.backup('abc'), '2999-01-01T00:00:00.000Z');
	await back();
	expect(values.has(keys.backup('abc'))).toBe(false);
});

test('where nothing is put back, the backup made since still counts', async () => {
	const { values, back } = await imported({ b2: line('同事') });
	values.set(keys.line('abc', 'b2'), line('又改了'));
	values.set(keys.backup('abc'), '2999-01-01T00:00:00.000Z');
	expect(await back()).toEqual({ stayed: 1 });
	expect(values.get(keys.backup('abc'))).toBe('2999-01-01T00:00:00.000Z');
});

test('of a check that was deleted since, nothing comes back', async () => {
	const { values, back } = await imported({ b2: line('同事') });
	for (const key of [keys.check('abc'), keys.line('abc', 'b1'), keys.line('abc', 'b2')]) values.delete(key);
	await back();
	expect([...values.keys()].filter((key) => key.includes('abc'))).toEqual([]);
});
