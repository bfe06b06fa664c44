import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { bringIn, type Choices, jobsOf, othersOf } from '../../src/features/takeaway/bring-in.ts';
import { carryOut, NotAsShown } from '../../src/features/takeaway/carry-out.ts';
import { homesOf, inHomes } from '../../src/features/takeaway/homes.ts';
import { readBytes } from '../../src/features/takeaway/read-file.ts';
import { allKinds } from '../../src/kept/all-kinds.ts';
import { textOfPilot } from '../../src/kept/backup.ts';
import type { Keeping } from '../../src/kept/engine.ts';
import { allKept, keptOfPilot, textOfAll } from '../../src/kept/everything.ts';
import type { SharedKind } from '../../src/kept/kind.ts';
import { evidence } from '../../src/kept/kinds/evidence.ts';
import { fact } from '../../src/kept/kinds/fact.ts';
import { line } from '../../src/kept/kinds/line.ts';
import { newPilot } from '../../src/kept/kinds/pilot.ts';
import { walk } from '../../src/kept/kinds/walk.ts';
import { kinds } from '../../src/kept/kinds.ts';
import type { Cite } from '../../src/schemas/saved-check.ts';
import type { Shared } from '../../src/schemas/saved-shared.ts';
import { SettleEvidence, SettleFact, SettleLine, SettleWalk } from '../../src/settling/Settle.tsx';
import { thorough } from '../thorough.ts';
import * as sim from './browsers.ts';
import { buttonsIn } from './drawn.ts';

/*
 * Random histories of three browsers, two of which are copies of one profile. Every word that is typed is one of its
 * kind, and it is known which words whoever typed it had before them. So of every word over which 已保存 stood it can be
 * asked, without knowing anything of lineage: is it still there, or a word of someone who had seen it?
 */

const broken = vi.hoisted(() => ({ merge: undefined as ((was: object, mine: object) => object) | undefined }));

vi.mock('../../src/kept/ids.ts', async (original) => ({
	...(await original<object>()),
	...(await import('./browsers.ts')).idsOfPage,
}));
vi.mock('../../src/kept/merge.ts', async (original) => {
	const real = await original<typeof import('../../src/kept/merge.ts')>();
	return {
		merge: (...given: Parameters<typeof real.merge>) =>
			broken.merge ? broken.merge(given[2], given[3]) : real.merge(...given),
	};
});
vi.mock('../../src/ui/use-store.ts', () => ({ useStore: () => {} }));

beforeAll(() => sim.install());
afterAll(() => void vi.unstubAllGlobals());

const check = 'abc';
const pilot = 'p';
const at = '2026-11-01T00:00:00.000Z';
const day = 24 * 60 * 60 * 1000;

interface Place {
	kind: SharedKind<Shared>;
	scope: string;
	ids: readonly string[];
	fields: readonly string[];
	settle: (place: never) => unknown;
}

const places: readonly Place[] = [
	{
		kind: line,
		scope: `${check} `,
		ids: ['b1', 'b2'],
		fields: ['note', 'reason', 'answer', 'papers'],
		settle: SettleLine,
	},
	{ kind: fact, scope: `${pilot} `, ids: ['unit-name', 'sector'], fields: ['said'], settle: SettleFact },
	{
		kind: evidence,
		scope: `${pilot} `,
		ids: ['e1', 'e2'],
		fields: ['name', 'number'],
		settle: SettleEvidence,
	},
	{ kind: walk, scope: `${pilot} `, ids: ['training-2022#s8.1'], fields: ['note', 'who'], settle: SettleWalk },
];

const keyOf = ({ kind, scope }: Place, id: string) => kind.prefix + scope + id;
const keysOf = (place: Place) => place.ids.map((id) => keyOf(place, id));

type Said = Shared & { [field: string]: unknown };

/** `(note#12)` is the twelfth word, typed in the field of that name. */
const wordsIn = (value: unknown): string[] => (JSON.stringify(value) ?? '').match(/\([a-z]+#\d+\)/g) ?? [];

interface Open {
	page: sim.Page;
	keepings: Map<Place, Keeping<Shared>>;
	ready: boolean;
	/** What its fields show, by record. */
	shown: Map<string, Said>;
	/** What was typed here, by record. */
	said: Map<string, string[]>;
	/** In which life of the browser's storage it last wrote a record, and was opened. */
	wrote: Map<string, number>;
	life: number;
	importing: Map<string, string[]> | undefined;
}

interface Here {
	browser: sim.Browser;
	open: Open[];
	/** Grows when what is stored is deleted. */
	life: number;
	/** Its clock was set anew. */
	reset: boolean;
	/** Words over which it said 已保存, and that a file brought in; by record. */
	owed: Map<string, Set<string>>;
	/** Words that a page said last, by record. */
	owedLater: Map<string, Set<string>>;
}

export interface Counts {
	histories: number;
	steps: number;
	words: number;
	asked: number;
	rivals: number;
	aside: number;
	files: number;
}

type Step = [what: number, which: number, how: number, more: number];

const most = { pages: 14, atOnce: 3 };

class History {
	readonly log: string[] = [];
	readonly heres: Here[];
	readonly browsers: sim.Browser[];
	readonly files: { name: string; text: string; words: Map<string, string[]> }[] = [];
	/** The words of those who had a word before them when they wrote. */
	readonly after = new Map<string, Set<string>>();
	/** Chosen by someone, however old. */
	readonly chosen = new Set<string>();
	readonly counts: Counts;
	fault: Error | undefined;
	pages = 0;
	words = 0;
	copied = false;

	constructor(offs: readonly number[], counts: Counts) {
		this.counts = counts;
		sim.time.begin(Date.parse(at));
		this.heres = offs.map((off, i) => {
			const here: Here = {
				browser: {
					name: `browser ${i}`,
					store: new Map(),
					local: new Map(),
					off: off * day,
					full: false,
					pages: [],
					wrote: (page, keys) => this.wrote(here, page, keys),
				},
				open: [],
				life: 0,
				reset: false,
				owed: new Map(),
				owedLater: new Map(),
			};
			return here;
		});
		this.browsers = this.heres.map(({ browser }) => browser);
		for (const { store } of this.browsers)
			store.set(`pilot ${pilot}`, newPilot(pilot, at)).set(`check ${check}`, {
				format: 2,
				id: check,
				pilot,
				rubric: 'shenzhen-2022',
				name: '自查',
				createdAt: at,
				updatedAt: at,
			});
		this.browsers[0]?.store.set('here', 'profile');
	}

	tell(words: string) {
		this.log.push(words);
	}

	/** Not thrown, for it may be found inside a transaction, where the engine would take it for storage's. */
	wrong(what: string) {
		this.fault ??= new Error(`${what}\n${this.log.map((each, i) => `${i}. ${each}`).join('\n')}`);
	}

	// ── What is asked ──

	/** Whether a word, or one of somebody who had seen it, is in a text. */
	isIn(word: string, text: string, seen = new Set<string>()): boolean {
		if (text.includes(word)) return true;
		seen.add(word);
		return [...(this.after.get(word) ?? [])].some((next) => !seen.has(next) && this.isIn(next, text, seen));
	}

	/** All that is stored of a record. */
	stored({ browser: { store } }: Here, key: string): string {
		const asides = [...store].filter(([each]) => each.startsWith(`aside ${key} `));
		return JSON.stringify([store.get(key), asides]);
	}

	ask(here: Here, key: string) {
		const text = this.stored(here, key);
		for (const word of here.owed.get(key) ?? []) {
			this.counts.asked += 1;
			if (!this.isIn(word, text)) this.wrong(`${word} was saved in ${here.browser.name}, and is lost: ${text}`);
		}
	}

	/** Whether someone wrote `word` who had `old` before them. */
	isLater(word: string, old: string, seen = new Set<string>()): boolean {
		seen.add(old);
		const next = [...(this.after.get(old) ?? [])].filter((each) => !seen.has(each));
		return word !== old && next.some((each) => each === word || this.isLater(word, each, seen));
	}

	askOrder(here: Here, place: Place, key: string) {
		const front = here.browser.store.get(key) as Said | undefined;
		if (!front) return;
		const versions = [front, ...((front.rivals ?? []) as Said[])];
		this.counts.rivals += versions.length - 1;
		this.counts.aside += front.setAside.length;
		for (const version of versions)
			for (const field of place.fields)
				for (const word of wordsIn(version[field]))
					if (!word.startsWith(`(${field}#`)) this.wrong(`${word} stands in ${field} of ${key}`);
		const older = (now: unknown, other: unknown) =>
			wordsIn(now).length > 0 &&
			wordsIn(now).every((old) => !this.chosen.has(old) && wordsIn(other).some((word) => this.isLater(word, old)));
		// What was deleted may come back by a page that still shows it, and a clock that was set back tells nothing.
		if (here.life > 0 || here.reset) return;
		for (const { field, value } of front.setAside)
			if (older(front[field.split(' ')[0] ?? ''], value))
				this.wrong(`an older word than ${JSON.stringify(value)} stands in ${field} of ${key}`);
		// What stands here of a pilot's facts does not change places.
		for (const rival of place.kind === (fact as unknown) ? [] : versions.slice(1)) {
			const same = (field: string) => JSON.stringify(front[field]) === JSON.stringify(rival[field]);
			const differ = place.fields.filter((field) => !same(field));
			if (differ.length > 0 && differ.every((field) => older(front[field], rival[field])))
				this.wrong(`${key} in ${here.browser.name} is older than its rival: ${JSON.stringify(front)}`);
		}
	}

	owe(owed: Here['owed'], key: string, words: readonly string[]) {
		const all = owed.get(key) ?? new Set();
		for (const word of words) all.add(word);
		owed.set(key, all);
	}

	wrote(here: Here, page: sim.Page, keys: readonly string[]) {
		const open = here.open.find((each) => each.page === page);
		if (open?.importing && keys.includes('before') && here.browser.store.has('before'))
			for (const [key, words] of open.importing) this.owe(here.owed, key, words);
		for (const key of keys) {
			if (here.browser.store.has(key)) open?.wrote.set(key, here.life);
			this.ask(here, key);
		}
	}

	// ── What happens ──

	word(field: string, seen: Iterable<string>): string {
		this.words += 1;
		this.counts.words += 1;
		const word = `(${field}#${this.words})`;
		for (const old of seen) this.after.set(old, (this.after.get(old) ?? new Set()).add(word));
		return word;
	}

	async openTab(here: Here) {
		if (this.pages >= most.pages || here.open.filter(({ page }) => page.alive).length >= most.atOnce) return;
		this.pages += 1;
		const page = await sim.openPage(here.browser, `p${this.pages}`, kinds);
		const open: Open = {
			page,
			keepings: new Map(),
			ready: false,
			shown: new Map(),
			said: new Map(),
			wrote: new Map(),
			life: here.life,
			importing: undefined,
		};
		here.open.push(open);
		this.tell(`${page.name} opens in ${here.browser.name}`);
		const start = async () => {
			await page.engine.kept.absorbLastWords(page.records);
			for (const place of places) {
				const keeping = await page.engine.kept.keep(page.records, place.kind, place.scope);
				page.over.push(keeping.dispose);
				open.keepings.set(place, keeping);
				this.hear(here, open, place, keeping);
			}
			open.ready = true;
		};
		await sim.act(page, () => void start());
	}

	hear(here: Here, open: Open, place: Place, keeping: Keeping<Shared>) {
		const fill = (id: string) => open.shown.set(keyOf(place, id), structuredClone(keeping.of(id)) as Said);
		for (const id of place.ids) fill(id);
		keeping.$arrived.listen((ids) => {
			for (const id of ids) {
				if (!place.ids.includes(id)) continue;
				const key = keyOf(place, id);
				const before = open.shown.get(key);
				fill(id);
				const now = JSON.stringify(keeping.of(id));
				for (const word of place.fields.flatMap((field) => wordsIn(before?.[field])))
					if (open.life === here.life && !this.isIn(word, now))
						this.wrong(`${word} goes from the screen of ${open.page.name}: ${now}`);
			}
		});
		keeping.$fates.listen((fates, _, id) => {
			if (typeof id !== 'string' || fates[id]?.state !== 'saved') return;
			const key = keyOf(place, id);
			if (open.wrote.get(key) === here.life) this.owe(here.owed, key, open.said.get(key) ?? []);
		});
	}

	async edit(open: Open, place: Place, id: string, change: object, words: readonly string[]) {
		const key = keyOf(place, id);
		const keeping = open.keepings.get(place);
		open.said.set(key, [...(open.said.get(key) ?? []), ...words]);
		this.tell(`${open.page.name} says ${JSON.stringify(change)} in ${key}`);
		await sim.act(open.page, () => {
			keeping?.edit(id, change);
			open.shown.set(key, structuredClone(keeping?.of(id)) as Said);
		});
	}

	async type(open: Open, how: number, more: number) {
		const all = places.flatMap((place) => place.ids.map((id) => ({ place, id })));
		const { place, id } = all[how % all.length] as (typeof all)[number];
		const field = place.fields[more % place.fields.length] ?? '';
		const shown = open.shown.get(keyOf(place, id))?.[field];
		if (field === 'papers') return this.papers(open, place, id, more >> 2);
		const adds = typeof shown === 'string' && (more >> 2) % 4 === 0;
		const word = this.word(field, adds ? [] : wordsIn(shown));
		const value = field === 'answer' ? { choice: word } : adds ? `${shown}${word}` : word;
		return this.edit(open, place, id, { [field]: value }, [word]);
	}

	async papers(open: Open, place: Place, id: string, how: number) {
		const now = (open.keepings.get(place)?.of(id) as unknown as { papers: Cite[] } | undefined)?.papers ?? [];
		const paper = now[(how >> 2) % Math.max(now.length, 1)];
		if (!paper || how % 4 < 2) {
			const word = this.word('papers', []);
			const added: Cite = { id: `p${this.words}`, note: word };
			return this.edit(open, place, id, { papers: [...now, added] }, [word]);
		}
		if (how % 4 === 2) {
			const word = this.word('papers', wordsIn(paper));
			const papers = now.map((each) => (each === paper ? { ...each, note: word } : each));
			return this.edit(open, place, id, { papers }, [word]);
		}
		const word = this.word('gone', wordsIn(paper));
		const papers = now.filter((each) => each !== paper);
		return this.edit(open, place, id, { papers, [`gone${this.words}`]: word }, [word]);
	}

	/** Presses one of the buttons that let someone choose; what stood before them and was not taken is done with. */
	async settle(open: Open, how: number, more: number): Promise<boolean> {
		const waiting = places.flatMap((place) =>
			place.ids.flatMap((id) => {
				const record = open.keepings.get(place)?.of(id) as Said;
				return record.setAside.length > 0 || record.rivals ? [{ place, id, record }] : [];
			}),
		);
		const one = waiting[how % Math.max(waiting.length, 1)];
		if (!one) return false;
		const { place, id, record } = one;
		const keeping = open.keepings.get(place) as Keeping<Shared>;
		const own = (version: Said) => [
			...place.fields.flatMap((field) => wordsIn(version[field])),
			...Object.keys(version).flatMap((field) => (/^(?:chosen|gone)\d/.test(field) ? wordsIn(version[field]) : [])),
		];
		let pressed: { change: Partial<Said>; words: string[] } | undefined;
		const edit = (_: string, change: Partial<Said>) => {
			const next = { ...record, ...change } as Said;
			const seen = [
				...own(record),
				...(change.rivals ? ((record.rivals ?? []) as Said[]).flatMap(own) : []),
				...record.setAside.filter((each) => !next.setAside.includes(each)).flatMap(({ value }) => wordsIn(value)),
			];
			const stands = [...own(next), ...wordsIn(next.setAside)];
			for (const each of own(next)) this.chosen.add(each);
			const word = this.word(
				'chosen',
				seen.filter((each) => !stands.includes(each)),
			);
			pressed = { change: { ...change, [`chosen${this.words}`]: word }, words: [word] };
		};
		const buttons = sim.as(open.page, () =>
			buttonsIn(place.settle({ keeping: { ...keeping, edit, $arrived: { set: () => {} } }, id } as never)),
		);
		const button = buttons[more % Math.max(buttons.length, 1)];
		if (!button) return false;
		sim.as(open.page, button.press);
		if (!pressed) return false;
		this.tell(`${open.page.name} presses ${button.words}`);
		await this.edit(open, place, id, pressed.change, pressed.words);
		await sim.act(open.page, () => keeping.$arrived.set([id]));
		return true;
	}

	/** What a page says while it goes; it may come back. */
	async leave(here: Here, open: Open, listeners: Set<() => void>, goes = true) {
		for (const [place, keeping] of open.keepings)
			for (const id of place.ids) {
				const key = keyOf(place, id);
				const fate = keeping.$fates.get()[id]?.state;
				const { owner } = place.kind;
				const kept = !owner || here.browser.store.has(owner.kind.prefix + owner.idOf(place.scope + id));
				if (goes && kept && (fate === 'saving' || fate === 'failed'))
					this.owe(here.owedLater, key, open.said.get(key) ?? []);
			}
		await sim.act(open.page, () => {
			for (const work of listeners) work();
		});
	}

	async close(here: Here, open: Open, how: number) {
		const leaves = how % 3 > 0;
		const done = (how >> 2) % 3;
		this.tell(`${open.page.name} is ${leaves ? 'closed' : 'killed'}, ${done} of its requests are done`);
		if (leaves) await this.leave(here, open, open.page.leaving);
		sim.close(open.page, done);
	}

	async turn(here: Here, open: Open) {
		const { page } = open;
		page.visibilityState = page.visibilityState === 'hidden' ? 'visible' : 'hidden';
		this.tell(`${page.name} is ${page.visibilityState}`);
		await this.leave(here, open, page.turned, page.visibilityState === 'hidden');
	}

	takeAway(here: Here, how: number) {
		if (!here.browser.store.has(`check ${check}`)) return;
		const all = [...structuredClone(here.browser.store)];
		const kept = keptOfPilot(all, pilot, allKinds);
		const { walks: _, ...withoutWalk } = kept;
		const one = how % 3 === 0;
		const text = one ? textOfPilot(withoutWalk) : textOfAll(allKept(all, allKinds));
		const [file] = JSON.parse(text).pilots;
		const lines = file.checks?.[0]?.lines ?? {};
		const records: [string, unknown][] = [
			...Object.entries(lines).map(([id, record]): [string, unknown] => [`line ${check} ${id}`, record]),
			...Object.entries(file.walks ?? {}).map(([id, record]): [string, unknown] => [`walk ${pilot} ${id}`, record]),
			...Object.entries(file.facts ?? {}).map(([id, record]): [string, unknown] => [`fact ${pilot} ${id}`, record]),
			...Object.entries(file.evidence ?? {}).map(([id, record]): [string, unknown] => [
				`evidence ${pilot} ${id}`,
				record,
			]),
		];
		const name = `file ${this.files.length}`;
		this.files.push({ name, text, words: new Map(records.map(([key, record]) => [key, wordsIn(record)])) });
		this.tell(`${here.browser.name} gives ${name}, ${one ? 'one check' : 'everything'}`);
	}

	async bring(here: Here, open: Open, which: number, how: number) {
		const file = this.files[which % this.files.length];
		if (!file || open.importing) return;
		open.importing = file.words;
		const { page } = open;
		const read = readBytes(file.name, new TextEncoder().encode(file.text));
		let stored = structuredClone(here.browser.store);
		const taken = sim.as(page, () => inHomes([read], homesOf([read], stored)));
		const [jobs, others] = sim.as(page, () => [jobsOf(taken, stored), othersOf(taken, stored)] as const);
		let choices: Choices = how % 3 === 0 ? this.choose(page, bringIn, { jobs, others, stored, how }) : new Map();
		this.tell(`${page.name} brings ${file.name} in, ${choices.size} chosen`);
		this.counts.files += 1;
		const work = async () => {
			for (let tries = 0; tries < 5; tries += 1) {
				const again = await carryOut(page.records, { files: [file.name], jobs, others, choices, shown: stored }).then(
					() => false,
					(error) => error instanceof NotAsShown,
				);
				if (!again) break;
				const now = structuredClone(here.browser.store);
				const same = (key: string) => JSON.stringify(now.get(key)) === JSON.stringify(stored.get(key));
				choices = new Map([...choices].filter(([key]) => same(key)));
				stored = now;
			}
			open.importing = undefined;
		};
		await sim.act(page, () => void work());
	}

	/** Some of what both sides wrote is settled before it is brought in; shown are all versions, without what was set aside. */
	choose(
		page: sim.Page,
		preview: typeof bringIn,
		{
			jobs,
			others,
			stored,
			how,
		}: Pick<Parameters<typeof bringIn>[1], 'jobs' | 'others'> & {
			stored: ReadonlyMap<string, unknown>;
			how: number;
		},
	): Choices {
		const { conflicts } = sim.as(page, () =>
			preview(stored, { jobs, others, choices: new Map(), now: new Date(), here: 'x' }),
		);
		return new Map(
			conflicts.map(({ key, versions }, i) => {
				const version = versions[((how >> 2) + i) % versions.length] as Said;
				const own = ({ rivals: _, setAside: __, seen: ___, version: ____, ...said }: Said) => wordsIn(said);
				const stands = own(version);
				for (const each of stands) this.chosen.add(each);
				const word = this.word(
					'chosen',
					versions.flatMap((each) => own(each as Said)).filter((each) => !stands.includes(each)),
				);
				return [key, { ...version, [`chosen${this.words}`]: word }];
			}),
		);
	}

	/** What was stored is deleted, and an older backup comes in its place. */
	async restore(here: Here, open: Open, which: number, how: number) {
		if (here.browser.full || this.files.length === 0) return;
		const all = how % 2 === 0;
		this.tell(`${open.page.name} deletes ${all ? 'everything' : 'the records'}`);
		await sim.act(open.page, () => {
			const gone = [...here.browser.store.keys()].filter((key) => all || key !== 'here');
			void open.page.records.change([], () => {
				here.life += 1;
				here.owed.clear();
				here.owedLater.clear();
				// What was typed before may go with the rest, whoever still shows it.
				for (const each of here.open) each.said.clear();
				return gone.map((key) => [key, undefined]);
			});
			if (all) open.page.engine.kept.forgetAllLastWords();
		});
		while (open.page.asked.length + open.page.answers.length > 0) {
			const task = open.page.asked.shift() ?? open.page.answers.shift();
			if (task) await sim.act(open.page, task);
		}
		await this.bring(here, open, which, 1);
	}

	/** The profile is copied to another computer, as it is on the disk. */
	copy() {
		const [from, to] = this.heres as [Here, Here];
		this.copied = true;
		this.tell('the profile of browser 0 is copied to browser 1');
		to.browser.store = structuredClone(from.browser.store);
		to.browser.local = new Map(from.browser.local);
		const both = ['owed', 'owedLater'] as const;
		for (const owed of both) to[owed] = new Map(Array.from(from[owed], ([key, words]) => [key, new Set(words)]));
		// What was said last and waits in the copied storage is there; what its page had not written is not.
	}

	async step([what, which, how, more]: Step) {
		sim.time.pass([1, 1, 2, 50, 1000, 60_000, 3_600_000, 3 * day][more % 8] ?? 0);
		const heres = this.copied ? this.heres : this.heres.filter((_, i) => i !== 1);
		const here = heres[which % heres.length] as Here;
		const pages = heres.flatMap((each) =>
			each.open.filter(({ ready, page }) => ready && page.alive).map((open) => ({ here: each, open })),
		);
		const one = pages[which % Math.max(pages.length, 1)];
		if (what < 40 || !one) {
			if (!one && here.open.every(({ page }) => !page.alive)) await this.openTab(here);
			for (let i = 0; i <= how % 8; i += 1) await sim.workOn(this.browsers, (more >> 3) + i);
		} else if (what < 64) await this.type(one.open, how, more);
		else if (what < 67) await this.settleDown();
		else if (what < 73) await this.openTab(here);
		else if (what < 77) await this.close(one.here, one.open, how);
		else if (what < 79) await this.turn(one.here, one.open);
		else if (what < 83) this.takeAway(one.here, how);
		else if (what < 89) await this.bring(one.here, one.open, how, more);
		else if (what < 91) await this.restore(one.here, one.open, how, more);
		else if (what < 95) {
			if (!(await this.settle(one.open, how, more))) await this.type(one.open, how, more);
		} else if (what < 97) {
			here.browser.full = !here.browser.full;
			this.tell(`${here.browser.name} ${here.browser.full ? 'refuses' : 'takes'} what is written`);
		} else if (what < 99) await this.again(one.open);
		else {
			here.reset = true;
			here.browser.off = ((how % 25) - 12) * 30 * day;
			this.tell(`the clock of ${here.browser.name} is set anew`);
		}
	}

	async again(open: Open) {
		for (const keeping of open.keepings.values())
			await sim.act(open.page, () => {
				keeping.retry();
				if (keeping !== open.keepings.get(places[0] as Place)) keeping.storeAgain();
			});
	}

	async settleDown() {
		for (let i = 0; await sim.workOn(this.browsers, 0); i += 1)
			if (i > 5000) throw new Error(`it never comes to rest\n${this.log.join('\n')}`);
	}

	async end() {
		if (!this.copied) this.copy();
		for (const { browser } of this.heres) browser.full = false;
		this.tell('storage takes what is written everywhere, and all comes to rest');
		await this.settleDown();
		for (const { open } of this.heres) for (const each of open) if (each.page.alive) await this.again(each);
		await this.settleDown();
		for (const { open } of this.heres)
			for (const { page, keepings } of open)
				for (const [{ kind }, { $fates }] of page.alive ? keepings : [])
					for (const fate of Object.values($fates.get()))
						if (fate?.state === 'saving' || (fate?.state === 'failed' && fate.why !== 'gone'))
							this.wrong(`${kind.name} in ${page.name} never fare well: ${JSON.stringify(fate)}`);
		for (const here of this.heres) {
			for (const open of here.open) if (open.page.alive) await this.close(here, open, 1);
			for (let i = 0; i < 2; i += 1) {
				this.pages = 0;
				await this.openTab(here);
				await this.settleDown();
			}
			for (const place of places)
				for (const key of keysOf(place)) {
					this.ask(here, key);
					const text = this.stored(here, key);
					for (const word of here.owedLater.get(key) ?? []) {
						this.counts.asked += 1;
						if (!this.isIn(word, text))
							this.wrong(`${word} was said last in ${here.browser.name}, and is lost: ${text}`);
					}
					this.askOrder(here, place, key);
				}
		}
	}
}

const noCounts = (): Counts => ({ histories: 0, steps: 0, words: 0, asked: 0, rivals: 0, aside: 0, files: 0 });

const histories = fc.record({
	offs: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -365, max: 365 }))),
	copyAfter: fc.nat(15),
	steps: fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(9999), fc.nat(9999)), { maxLength: 120, size: 'max' }),
});

interface Drawn {
	offs: number[];
	copyAfter: number;
	steps: Step[];
}

/** What is wrong with a history, if anything. */
async function live({ offs, copyAfter, steps }: Drawn, sum = noCounts()): Promise<Error | undefined> {
	const history = new History(offs, sum);
	sum.histories += 1;
	sum.steps += steps.length;
	try {
		for (const [i, step] of steps.entries()) {
			if (i === copyAfter) history.copy();
			await history.step(step);
			if (history.fault) return history.fault;
		}
		await history.end();
		return history.fault;
	} catch (error) {
		return error as Error;
	} finally {
		await sim.bury(history.browsers);
	}
}

/** The same without the steps that it fails without. */
async function shortened(drawn: Drawn): Promise<Drawn> {
	let { steps } = drawn;
	for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
		for (let start = 0; start < steps.length; ) {
			const fewer = [...steps.slice(0, start), ...steps.slice(start + size)];
			if (await live({ ...drawn, steps: fewer })) steps = fewer;
			else start += size;
		}
	return { ...drawn, steps };
}

/** Lives through histories until one goes wrong. */
async function liveAll(seed: number, many: number, sum = noCounts()): Promise<Error | undefined> {
	for (const [i, drawn] of fc.sample(histories, { numRuns: many, seed }).entries()) {
		if (!(await live(drawn, sum))) continue;
		const short = await shortened(drawn);
		const wrong = await live(short);
		return new Error(`history ${i} of seed ${seed}: ${wrong?.message}\n${JSON.stringify(short)}`);
	}
	return undefined;
}

/** One seed alone, to look into what went wrong; a quick run tries one of the four. */
const seeds = process.env.HISTORY_SEED ? [Number(process.env.HISTORY_SEED)] : thorough ? [1, 2, 3, 4] : [3];

test('of 1,000 histories no word is lost, and none stands before one that came of it', async () => {
	const sum = noCounts();
	for (const seed of seeds) {
		const wrong = await liveAll(seed, 250, sum);
		if (wrong) throw wrong;
	}
	console.log(JSON.stringify(sum));
	expect(sum.asked).toBeGreaterThan(10 * sum.histories);
	expect(sum.rivals).toBeGreaterThan(sum.histories / 20);
	expect(sum.aside).toBeGreaterThan(sum.histories / 10);
});

describe('a rule that is broken is found', () => {
	afterEach(() => {
		vi.restoreAllMocks();
		broken.merge = undefined;
	});
	const newest = <T extends Shared>(a: T, b: T): T => (a.updatedAt < b.updatedAt ? b : a);

	test('of two versions the newest is taken', async () => {
		for (const kind of [line, fact, walk]) vi.spyOn(kind, 'join').mockImplementation(newest as never);
		expect((await liveAll(1, 250))?.message).toMatch(/is lost/);
	});

	test('what one window writes replaces what the other wrote', async () => {
		broken.merge = (_, mine) => mine;
		expect((await liveAll(1, 250))?.message).toMatch(/is lost/);
	});

	test('what was stored before a word was said goes', async () => {
		broken.merge = (stored) => stored;
		expect((await liveAll(1, 250))?.message).toMatch(/is lost|goes from the screen/);
	});
});
