import { supply } from '../../supply/supply.ts';
import { url } from '../../url.ts';
import type { Wanted } from './evidence.ts';
import { meansLabel, readLabel } from './label.ts';
import { addressOf, type Catalogue, type Kind, type Passage } from './passage.ts';
import type { Question } from './question.ts';
import { type Entry, prepare } from './rank.ts';
import { tokensOf } from './tokens.ts';

/** Where passages come from. */
export interface Supply {
	/** Those that may answer a question, where so much is wanted. */
	find: (question: Question, wanted: Wanted) => Promise<readonly Entry[]>;
	/** Nothing that could answer is missing. */
	complete: boolean;
}

/** A catalogue that has not come by then will not come while someone waits. */
const waitFor = 8000;

/** Milliseconds of work after which the page may answer to a touch; a slow phone takes half a second for all. */
const slice = 5;

/** Lets the browser do what waits; timers would be slowed down in a tab that is not seen. */
const breathe = () =>
	new Promise<void>((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});

async function preparedInSlices(passages: readonly Passage[]): Promise<Entry[]> {
	const entries: Entry[] = [];
	let since = performance.now();
	for (const passage of passages) {
		entries.push(prepare(passage));
		if (performance.now() - since < slice) continue;
		await breathe();
		since = performance.now();
	}
	await breathe();
	return entries;
}

/** All passages at once, so that no question misses one. */
async function fromCatalogue(arrived: () => void): Promise<Supply> {
	const { passages } = await supply<Catalogue>('search', waitFor);
	if (passages.length === 0) throw new Error('the catalogue is empty');
	arrived();
	const entries = await preparedInSlices(passages);
	return { find: async () => entries, complete: true };
}

interface Found {
	id: string;
	data: () => Promise<{ meta: { [key: string]: string }; filters: { kind?: string[]; doc?: string[] } }>;
}

interface Pagefind {
	options: (options: { baseUrl: string }) => Promise<void>;
	search: (query: string | null, options?: { filters: unknown }) => Promise<{ results: Found[] }>;
	filters: () => Promise<{ label?: { [value: string]: number } }>;
}

/** As many of what the index finds are looked at. */
const enough = 40;

/** Where scripts may only be named by those who are trusted to, the worker of the index is named here. */
function allowEngine(): void {
	const { trustedTypes } = window as {
		trustedTypes?: { defaultPolicy: unknown; createPolicy: (name: string, rules: object) => void };
	};
	if (!trustedTypes || trustedTypes.defaultPolicy) return;
	const worker = `${url.pagefind}pagefind-worker.js`;
	trustedTypes.createPolicy('default', { createScriptURL: (asked: string) => (asked === worker ? asked : null) });
}

/** What the index finds for a question, by its rarest words: what a site too large for one catalogue goes by. */
async function fromIndex(): Promise<Supply> {
	allowEngine();
	const pagefind: Pagefind = await import(/* @vite-ignore */ `${url.pagefind}pagefind.js`);
	await pagefind.options({ baseUrl: url.home });
	const search = async (query: string) => (await pagefind.search(query)).results;

	const labelled = async ({ label, labelAlone, sourceAlone }: Question): Promise<Found[]> => {
		if (sourceAlone) return (await pagefind.search(null, { filters: { label: '全文' } })).results;
		if (!label || !labelAlone) return [];
		const { label: labels = {} } = await pagefind.filters();
		const meant = Object.keys(labels).filter((text) => {
			const own = readLabel(text);
			return own !== undefined && meansLabel(label, own);
		});
		return meant.length > 0 ? (await pagefind.search(null, { filters: { label: { any: meant } } })).results : [];
	};

	/** Words and pairs of characters stand in place of the words that two segmenters would not cut alike. */
	const worded = async ({ whole, parts }: Question, wanted: Wanted): Promise<Found[]> => {
		const pairs = [...wanted.keys()].filter((token) => token.length > 1);
		const queries = [...new Set([`"${whole}"`, ...parts, ...parts.flatMap(tokensOf), ...pairs])];
		const lists = await Promise.all(queries.map(search));
		const scores = new Map<string, { found: Found; score: number }>();
		for (const results of lists)
			for (const found of results) {
				const score = scores.get(found.id)?.score ?? 0;
				scores.set(found.id, { found, score: score + 1 / Math.log(2 + results.length) });
			}
		const best = [...scores.values()].sort((a, b) => b.score - a.score);
		return best.slice(0, enough).map(({ found }) => found);
	};

	const answer = async (question: Question, wanted: Wanted) => {
		const found = [...(await labelled(question)), ...(await worded(question, wanted))];
		const records = await Promise.all(found.map((each) => each.data()));
		const passages = records.map(({ meta, filters }): Passage => {
			const { source = '', id = '', parent = '', label = '', path = '', text = '', whole = '', asked = '' } = meta;
			const [document = ''] = filters.doc ?? [];
			return {
				kind: filters.kind?.[0] as Kind,
				...{ source, id, parent, label, path, document, text },
				whole: whole !== '',
				asked: asked ? asked.split('\n') : [],
			};
		});
		return [...new Map(passages.map((passage) => [addressOf(passage), passage])).values()].map(prepare);
	};
	return { find: answer, complete: false };
}

/**
 * Passages from the catalogue where the site has one, else from the index; rejects when there is
 * neither. `arrived` is told when nothing more is waited for.
 */
export async function openSupply(whole: boolean, arrived: () => void): Promise<Supply> {
	if (!whole) return fromIndex();
	try {
		return await fromCatalogue(arrived);
	} catch {
		return fromIndex();
	}
}
