import { readCheck, readLine } from '../../checks/saved.ts';
import { allKinds } from '../../kept/all-kinds.ts';
import { format as newest } from '../../kept/backup.ts';
import { factsOfUnit, firstEdition, pilotOfUnit, unitKey } from '../../kept/first-edition.ts';
import { entriesOf } from '../../kept/first-papers.ts';
import { type Entry, isShared, type Kind, read } from '../../kept/kind.ts';
import { aside } from '../../kept/kinds/aside.ts';
import { check as checkKind } from '../../kept/kinds/check.ts';
import { evidence as evidenceKind } from '../../kept/kinds/evidence.ts';
import { fact } from '../../kept/kinds/fact.ts';
import { line as lineKind } from '../../kept/kinds/line.ts';
import { newPilot, pilot as pilotKind } from '../../kept/kinds/pilot.ts';
import { walk } from '../../kept/kinds/walk.ts';
import { sameContent } from '../../kept/lineage.ts';
import { ofPilot } from '../../kept/of-pilot.ts';
import type { Check, LineRecord } from '../../schemas/saved-check.ts';
import type { FactRecord } from '../../schemas/saved-pilot.ts';
import type { Shared } from '../../schemas/saved-shared.ts';
import { jsonFault } from './json-faults.ts';
import { restKey, sober } from './sober.ts';

/* From a file that someone chose to the checks in it, or one sentence that says why not. */

/** One check of a file; what is not understood is named, never dropped. */
export interface Incoming {
	check: Check;
	lines: Map<string, LineRecord>;
	/** Kept as it was found when the file was written. */
	unreadable: Map<string, unknown>;
	/** What is too much for one line. */
	rests: Map<string, readonly unknown[]>;
	/** Lines that are not as they should be, and why. */
	rejected: { line: string; why: string }[];
}

/** A record of a file that is no check's, where it goes here. */
export interface BroughtRecord {
	kind: Kind;
	key: string;
	value: unknown;
}

/** A pilot of a file; where it goes here is chosen before anything is brought in (homes.ts). */
export interface BroughtPilot {
	id: string;
	/** What the file calls its unit; empty where it does not. */
	unit: string;
	called: string;
}

export interface BroughtFile {
	name: string;
	pilots: BroughtPilot[];
	checks: Incoming[];
	others: BroughtRecord[];
	/** Of what it says something that could not be read, or could not when the file was written. */
	othersBroken: Kind[];
	/** Checks that could not be read at all. */
	broken: number;
}

/** Why a file is not taken, in words that say what to do. */
export class NotTaken extends Error {}

/** Of a file that does not say that it is ours; one of ours is read whatever its size. */
const megabytes = 20;

/** What stands in the first bytes of every file that this site ever wrote. */
const ours = '"app": "standardisation-pilot-companion';

/** No table has so many. */
const mostLines = 5000;

/** Of any other kind nobody has so many. */
const mostRecords = 5_000_000;

/** Reads a file; refuses by size before it reads. */
export async function readFile(file: File): Promise<BroughtFile> {
	if (file.size > megabytes * 1024 * 1024 && !(await file.slice(0, 200).text()).includes(ours))
		throw new NotTaken(
			`文件有 ${Math.round(file.size / 1024 / 1024)} MB，又不像本站写出来的备份。请核对是不是选错了文件。`,
		);
	return readBytes(file.name, new Uint8Array(await file.arrayBuffer()));
}

export function readBytes(name: string, bytes: Uint8Array): BroughtFile {
	const text = decode(bytes);
	if (text.trim() === '') throw new NotTaken('文件是空的。请选“下载备份”得到的那个 .json 文件。');
	if (text.trimStart().startsWith('<'))
		throw new NotTaken('这是网页文件，不是自查的备份。请选“下载备份”得到的那个 .json 文件。');
	return { name, ...readText(text) };
}

function decode(bytes: Uint8Array): string {
	const [first = 0, second = 0] = bytes;
	if (first === 0x50 && second === 0x4b)
		throw new NotTaken('这是 Word、Excel 或压缩文件。能读回来的只有“下载备份”得到的 .json 文件。');
	const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	const encoding = (known: string) =>
		new NotTaken(
			`文件的编码是 ${known}，不是 UTF-8，多半是用记事本另存过。请用原来下载的文件；或者用记事本打开，另存为时编码选 UTF-8。`,
		);
	if (wide || bytes.subarray(0, 200).includes(0)) throw encoding('UTF-16');
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw encoding('GBK 或别的编码');
	}
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function readText(text: string): Omit<BroughtFile, 'name'> {
	let whole: unknown;
	try {
		whole = JSON.parse(text);
	} catch {
		throw new NotTaken('文件不完整或被改坏了，读不成数据。请重新下载或重新拷贝一次，再选它。');
	}
	const fault = jsonFault(text);
	if (fault?.fault === 'deep') throw new NotTaken('文件里一层套一层太深，不是自查的备份。请选“下载备份”得到的文件。');
	if (fault?.fault === 'forbidden')
		throw new NotTaken(`文件里有不该有的名字“${fault.name}”，不是本站写出来的。请选“下载备份”得到的文件。`);
	if (fault?.fault === 'twice')
		throw new NotTaken(`文件里“${short(fault.name)}”写了两遍，不知道该用哪一个。请用没有改动过的备份。`);
	const apart: readonly Kind[] = [pilotKind, ...ofPilot(allKinds), checkKind, lineKind];
	const rest = allKinds.filter((kind) => !apart.includes(kind));
	if (
		!isObject(whole) ||
		!('format' in whole) ||
		!['pilots', 'check', 'checks', walk.name, ...rest.map((kind) => kind.name)].some((name) => name in whole)
	)
		throw new NotTaken('这不是本站的自查备份。请选“下载备份”得到的那个 .json 文件。');
	if (typeof whole.format === 'number' && whole.format > newest)
		throw new NotTaken(
			`文件是更新的版本做的（格式 ${short(String(whole.format))}），这里只认到格式 ${newest}。请用新版打开，或者让对方用这一版重新下载。`,
		);
	if (!(typeof whole.format === 'number' && Number.isInteger(whole.format) && whole.format >= 1))
		throw new NotTaken('文件的格式号不对，可能被改过。请用没有改动过的备份。');
	const pilots = (whole.format >= pilotsSince ? pilotsIn(whole) : [firstPilot(whole)]).map(readPilot);
	const checks = pilots.flatMap((pilot) => pilot.checks);
	/** What could not be read when the file was written, by key; of a check its key comes first. */
	const unread = (Array.isArray(whole.unreadable) ? whole.unreadable : []).map((each: unknown) =>
		isObject(each) ? (Object.keys(each)[0] ?? '') : '',
	);
	const kindOf = (key: string) =>
		key === unitKey ? fact : allKinds.find((kind) => kind !== lineKind && key.startsWith(kind.prefix));
	const lost = unread.flatMap((key) => kindOf(key) ?? []).filter((kind) => kind.name !== checkKind.name);
	const found = [
		...pilots.flatMap(({ records }) => records),
		...rest.filter(({ name }) => name in whole).map((kind) => recordsIn(kind, whole[kind.name])),
	];
	const others = found.flatMap(({ good }) => good);
	const broken = pilots.reduce((sum, pilot) => sum + pilot.broken, 0) + unread.length - lost.length;
	const blank = (value: unknown) => sameContent(value as Shared, fact.empty());
	const worth = others.filter(
		({ kind, value }) => kind !== pilotKind && (kind !== fact || (broken === 0 && !blank(value))),
	);
	if (checks.length + worth.length === 0)
		throw new NotTaken(
			broken > 0
				? '文件里的自查读不出来：名称、评分表或日期不对，可能被改过。请用没有改动过的备份。'
				: '文件里一份自查也没有。',
		);
	return {
		pilots: pilots.map(({ pilot }) => pilot),
		checks,
		broken,
		others,
		othersBroken: [...lost, ...found.flatMap(({ bad }) => bad)],
	};
}

/** The register that the papers of an earlier build's lines are, but for what stands in the file's own. */
function registerOf(checks: readonly unknown[], pilot: string, own: unknown): BroughtRecord[] {
	const lines = checks.flatMap((each) => (isObject(each) && isObject(each.lines) ? Object.values(each.lines) : []));
	const entries = new Map(lines.flatMap((line) => [...entriesOf(line)]));
	return Array.from(entries, ([id, value]) => ({
		kind: evidenceKind,
		key: `${evidenceKind.prefix}${pilot} ${id}`,
		value,
	})).filter(({ key }) => !(isObject(own) && key.slice(`${evidenceKind.prefix}${pilot} `.length) in own));
}

/** Files of this format and later have pilots. */
const pilotsSince = 3;

/** A pilot as a file has it, nothing of it looked at yet. */
interface RawPilot {
	id: string;
	pilot: unknown;
	/** What belongs to it, by the names of its kinds. */
	own: { [kind: string]: unknown };
	checks: readonly unknown[];
	/** The unit of a file of the first edition that could not be read. */
	noUnit?: boolean;
}

const notListed = () => new NotTaken('文件里的自查不是一份一份列着的，可能被改过。请用没有改动过的备份。');

function pilotsIn({ pilots }: Record<string, unknown>): RawPilot[] {
	// A learner may have nothing else.
	if (pilots === undefined) return [];
	if (!Array.isArray(pilots)) throw notListed();
	return pilots.map((each: unknown) => {
		const { pilot, checks = [], ...own } = isObject(each) ? each : {};
		const id = isObject(pilot) ? `${pilot.id}` : '';
		if (!plainId(id)) throw new NotTaken('文件里试点的编号不对，可能被改过。请用没有改动过的备份。');
		if (!Array.isArray(checks)) throw notListed();
		return { id, pilot, own, checks };
	});
}

/** What a file of the first edition has, as the pilot that it is now. */
function firstPilot(whole: Record<string, unknown>): RawPilot {
	const { profile, walks, checks = 'check' in whole ? [whole] : [] } = whole;
	if (!Array.isArray(checks)) throw notListed();
	const entries: Entry[] = [
		[unitKey, profile],
		...checks.flatMap((each: unknown): Entry[] =>
			isObject(each) && isObject(each.check) ? [['check x', each.check]] : [],
		),
		...Object.entries(isObject(walks) ? walks : {}).map(([id, value]): Entry => [walk.prefix + id, value]),
	];
	const id = pilotOfUnit(profile);
	const facts = profile === undefined ? {} : factsOfUnit(profile);
	const pilot = new Map(firstEdition(entries)).get(pilotKind.prefix + id);
	return { id, pilot, own: { facts, walks }, checks, noUnit: facts === undefined };
}

function readPilot({ id, pilot, own, checks: raw, noUnit = false }: RawPilot) {
	const checks = raw.flatMap((each) => readKept(each, id) ?? []);
	const records = [
		...ofPilot(allKinds).flatMap((kind) =>
			own[kind.name] === undefined ? [] : [recordsIn(kind, own[kind.name], `${id} `)],
		),
		{ good: registerOf(raw, id, own[evidenceKind.name]), bad: noUnit ? [fact] : [] },
	];
	const sound = read(pilotKind, pilot);
	const value = sound.state === 'good' ? sound.value : newPilot(id, new Date(0).toISOString());
	const called = (name: string) => {
		const found = records.flatMap(({ good }) => good).find(({ key }) => key === `${fact.prefix}${id} ${name}`);
		return found ? (found.value as FactRecord).said.trim() : '';
	};
	return {
		pilot: { id, unit: called('unit-name'), called: called('pilot-name') },
		checks,
		records: [
			{ good: [{ kind: pilotKind, key: pilotKind.prefix + id, value: { ...value, id } }], bad: [] },
			...records,
		],
		broken: raw.length - checks.length,
	};
}

function recordsIn(kind: Kind, raw: unknown, scope = ''): { good: BroughtRecord[]; bad: Kind[] } {
	if (!isObject(raw)) return { good: [], bad: [kind] };
	const all = Object.entries(raw);
	if (all.length > mostRecords)
		throw new NotTaken(`文件里有 ${all.length} 条记录，不是本站写出来的备份。请核对是不是选错了文件。`);
	const good: BroughtRecord[] = [];
	const bad: Kind[] = [];
	for (const [id, value] of all) {
		const found = read(kind, value);
		const key = kind.prefix + scope + id;
		if (found.state !== 'good') bad.push(kind);
		else if (!isShared(kind)) good.push({ kind, key, value: found.value });
		else {
			const taken = sober(found.value as Shared);
			if (!taken) {
				bad.push(kind);
				continue;
			}
			good.push({ kind, key, value: taken.record });
			if (taken.rest.length > 0) good.push({ kind: aside, key: restKey(key, taken.rest), value: taken.rest });
		}
	}
	return { good, bad };
}

/** A file says what it says: records are taken as they stand there once they are found to be sound. */
function readKept(raw: unknown, pilot: string): Incoming | undefined {
	if (!isObject(raw)) return undefined;
	const check = readCheck(raw.check);
	if (check.state !== 'good' || !plainId(check.value.id)) return undefined;
	const lines = isObject(raw.lines) ? Object.entries(raw.lines) : [];
	const unreadable = isObject(raw.unreadable) ? Object.entries(raw.unreadable) : [];
	if (lines.length + unreadable.length > mostLines)
		throw new NotTaken(
			`文件里有 ${lines.length + unreadable.length} 项，没有哪张评分表有这么多，不是本站写出来的备份。请核对是不是选错了文件。`,
		);
	const out: Incoming = {
		check: { ...check.value, pilot },
		lines: new Map(),
		rests: new Map(),
		unreadable: new Map(unreadable),
		rejected: isObject(raw.lines) ? [] : [{ line: '', why: '各项没有按项目列着' }],
	};
	for (const [line, value] of lines) {
		const found = readLine(value);
		const taken = found.state === 'good' ? sober(found.value) : undefined;
		if (taken) {
			out.lines.set(line, taken.record);
			if (taken.rest.length > 0) out.rests.set(line, taken.rest);
		} else if (found.state === 'good') out.rejected.push({ line, why: '内容太长，不是在本站填的' });
		else out.rejected.push({ line, why: found.state === 'newer' ? '是更新的版本记下的' : whyNot(value) });
	}
	return out;
}

/** Ids become parts of keys and addresses. */
const plainId = (id: string) => /^[\w-]{1,64}$/.test(id);

const texts = { reason: '不适用的理由', note: '自评说明' } as const;

function whyNot(value: unknown): string {
	if (!isObject(value)) return '不是一条记录';
	for (const [field, name] of Object.entries(texts)) if (typeof value[field] !== 'string') return `${name}不是文字`;
	if (!Array.isArray(value.papers)) return '佐证材料没有一份一份列着';
	if (value.answer !== undefined && readLine({ ...value, answer: undefined }).state === 'good')
		return '填的选择或数目不对（数目要是 0 或正整数）';
	return '内容不合规矩';
}

const short = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
