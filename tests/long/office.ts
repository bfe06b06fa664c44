/*
 * What a real office program makes of the papers: LibreOffice reads them, and every text, point and cell is found
 * again in what it shows. Part of `npm run test:long`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDocx } from '../../src/paperwork/docx.ts';
import { inertPaperwork } from '../../src/paperwork/inert-paperwork.ts';
import type { Paperwork } from '../../src/paperwork/paperwork.ts';
import { spilled } from '../../src/paperwork/spill.ts';
import { writeXlsx } from '../../src/paperwork/xlsx.ts';
import { installOnDebian } from '../debian.ts';
import { allForms, everything, formOf, nothing } from '../fixtures/forms.ts';
import { builders, hostile, library, usual } from '../fixtures/takeaway.ts';
import { workPlans } from '../fixtures/work-plan.ts';
import { readXlsx } from '../package.ts';

const out = 'tests/.out/office';
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const runs = (command: string) => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;

if (!runs('soffice') || spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error) {
	if (!installOnDebian(['libreoffice-writer', 'libreoffice-calc', 'poppler-utils']))
		throw new Error('LibreOffice Writer and Calc and poppler-utils are missing: install them to check the papers.');
}

/** Converts files of the folder; a program that does not come back is given up. */
function convert(names: readonly string[], format: string, folder: string): void {
	const profile = pathToFileURL(resolve(out, 'profile')).href;
	spawnSync(
		'soffice',
		[`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format, '--outdir', join(out, folder)].concat(
			names.map((name) => join(out, name)),
		),
		{ stdio: 'ignore', timeout: 600_000, killSignal: 'SIGKILL' },
	);
}

const bare = (text: string) => text.replaceAll(/\s/g, '');

/** Every text and number that a paper holds. */
const wordsOf = ({ title, blocks }: Paperwork): string[] => [
	title,
	...blocks.flatMap((block) => {
		if (block.type !== 'table') return [block.text];
		return [...block.head, ...block.body].flat().map(({ text }) => String(text ?? ''));
	}),
];

const papers = [
	...library.rubrics.flatMap((rubric) =>
		[usual, hostile].flatMap((fill) =>
			Object.entries(builders).map(([name, build]) => ({
				name: `${rubric.id}-${name}-${fill.name}`,
				paperwork: build(fill(rubric)),
			})),
		),
	),
	...Object.entries(workPlans).map(([name, paperwork]) => ({ name: `work-plan-${name}`, paperwork })),
];
const long = Array.from(
	{ length: 400 },
	(_, i) => `第${i}段，${'窗口服务管理办法自印发之日起执行，'.repeat(3)}。`,
).join('\n');

/** Word files alone: as blank forms, filled in, and with answers of 20,000 characters. */
const forms = allForms.flatMap(({ id, given }) =>
	Object.entries({ blank: nothing, filled: everything(), long: everything(30, long, given) }).map(([how, saying]) => ({
		name: `form-${id}-${how}`,
		how,
		paperwork: formOf(given, saying),
	})),
);
const names = (ending: string) =>
	[...papers, ...(ending === 'docx' ? forms : [])].map(({ name }) => `${name}.${ending}`);

for (const { name, paperwork } of papers) {
	writeFileSync(join(out, `${name}.docx`), Buffer.from(await (await writeDocx(paperwork)).arrayBuffer()));
	writeFileSync(join(out, `${name}.xlsx`), Buffer.from(await (await writeXlsx(paperwork)).arrayBuffer()));
}
for (const { name, paperwork } of forms)
	writeFileSync(join(out, `${name}.docx`), Buffer.from(await (await writeDocx(paperwork)).arrayBuffer()));
convert(names('docx'), 'txt:Text (encoded):UTF8', 'txt');
convert(names('docx'), 'pdf', 'word');
convert(names('xlsx'), 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', 'csv');
convert(names('xlsx'), 'pdf', 'excel');

const faults: string[] = [];
let looked = 0;

/** The cells of a CSV file by place, as A1; empty ones left out. */
function cellsOf(csv: string): Map<string, string> {
	const cells = new Map<string, string>();
	let [row, column] = [1, 0];
	for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
		const text = quoted?.replaceAll('""', '"') ?? plain;
		if (text !== '') cells.set(`${String.fromCharCode(65 + column)}${row}`, text);
		[row, column] = end === ',' ? [row, column + 1] : [row + 1, 0];
	}
	return cells;
}

/** Every sheet of the workbook, cell by cell. */
function compareSheets(name: string): void {
	for (const sheet of readXlsx(readFileSync(join(out, `${name}.xlsx`))).sheets) {
		const path = join(out, 'csv', `${name}-${sheet.name}.csv`);
		const shown = existsSync(path) ? cellsOf(readFileSync(path, 'utf8')) : new Map<string, string>();
		const written = new Map(
			sheet.rows.flatMap((row, y) =>
				row.flatMap(({ text }, x): [string, string][] =>
					text === null || text === '' ? [] : [[sheet.refs[y]?.[x] ?? '', String(text)]],
				),
			),
		);
		for (const place of new Set([...written.keys(), ...shown.keys()])) {
			looked += 1;
			const [wanted, found] = [written, shown].map((cells) => cells.get(place)?.slice(0, 60));
			if (written.get(place) !== shown.get(place))
				faults.push(`${name}, ${sheet.name} ${place}: “${wanted}” is shown as “${found}”`);
		}
	}
}

/** A text document says the paper's texts in their order and nothing else. */
function compareText(name: string, paperwork: Paperwork): void {
	const path = join(out, 'txt', `${name}.txt`);
	const shown = existsSync(path) ? bare(readFileSync(path, 'utf8')) : '';
	let at = 0;
	for (const text of wordsOf(paperwork)) {
		looked += 1;
		if (!shown.startsWith(bare(text), at)) {
			faults.push(`${name}, Word: “${text.slice(0, 60)}” is shown as “${shown.slice(at, at + 60)}”`);
			return;
		}
		at += bare(text).length;
	}
	if (at < shown.length) faults.push(`${name}, Word: “${shown.slice(at, at + 60)}” is too much`);
}

/** What a page may say otherwise: white space, and signs that the fonts here do not have. */
const onPage = (text: string) => text.replaceAll(/[\s\p{Cf}\p{Extended_Pictographic}\ufffd]/gu, '');

/** The pages in the order in which they are drawn, cell after cell. */
const pageTexts = (path: string): string[] =>
	(spawnSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout ?? '')
		.split('\f')
		.map(onPage);

/** A text that goes on over pages has so many letters at least on each but the last. */
const shortestPart = 2;

function isOn(pages: readonly string[], text: string): boolean {
	const [page = '', ...next] = pages;
	if (page.includes(text)) return true;
	let [fits, over] = [0, text.length];
	while (over - fits > 1) {
		const middle = (fits + over) >> 1;
		if (page.includes(text.slice(0, middle))) fits = middle;
		else over = middle;
	}
	return fits >= shortestPart && next.length > 0 && isOn(next, text.slice(fits));
}

/** Excel's rows are as high as 宋体 needs; in other fonts cells of so many letters lose their first and last lines. */
const longInSheet = 300;

function findOnPages(name: string, paperwork: Paperwork, folder: 'word' | 'excel'): void {
	const pages = pageTexts(join(out, folder, `${name}.pdf`));
	for (const text of wordsOf(paperwork)) {
		if (onPage(text) === '' || (folder === 'excel' && text.length > longInSheet)) continue;
		looked += 1;
		if (!pages.some((_, i) => isOn(pages.slice(i), onPage(text))))
			faults.push(`${name}, pages of ${folder}: “${text.slice(0, 60)}” is not there`);
	}
}

const pagesOf = (path: string): number =>
	Number(/Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0);

const pageText = (path: string, page: number): string =>
	bare(spawnSync('pdftotext', ['-f', String(page), '-l', String(page), path, '-'], { encoding: 'utf8' }).stdout ?? '');

for (const { name, paperwork } of papers) {
	const whole = {
		word: spilled(inertPaperwork(paperwork), 'flow'),
		excel: spilled(inertPaperwork(paperwork), 'in cells'),
	};
	compareText(name, whole.word);
	compareSheets(name);
	for (const folder of ['word', 'excel'] as const) {
		const path = join(out, folder, `${name}.pdf`);
		const pages = pagesOf(path);
		if (pages === 0) faults.push(`${name}: ${folder} makes no pages`);
		if (folder === 'word' && name.includes('-brief-') && pages !== 1) faults.push(`${name} has ${pages} pages`);
		for (const page of [1, pages])
			if (!pageText(path, page).includes(bare(paperwork.mark)))
				faults.push(`${name}: no mark on page ${page} of ${folder}`);
		findOnPages(name, whole[folder], folder);
	}
}

for (const { name, how, paperwork } of forms) {
	compareText(name, paperwork);
	findOnPages(name, paperwork, 'word');
	const pages = pageTexts(join(out, 'word', `${name}.pdf`)).slice(0, -1);
	if (paperwork.cover && !pages[0]?.includes(bare(paperwork.title))) faults.push(`${name}: its cover has no title`);
	if (paperwork.cover && pages[0]?.includes('—1—')) faults.push(`${name}: its cover has a number`);
	if (how !== 'long') continue;
	// A full page of these answers has some 700 characters.
	const inside = pages.slice(paperwork.cover ? 3 : 0, -2);
	const short = inside.filter((text) => text.length < 300);
	if (inside.length < 10) faults.push(`${name} has ${pages.length} pages`);
	// Where a heading or another table begins, a page may end early.
	if (short.length > inside.length / 20)
		faults.push(`${name}: ${short.length} of ${inside.length} pages are half empty`);
	looked += inside.length;
}

/* The second page of a long table begins with its heads again. */
for (const { id, columns } of library.rubrics)
	for (const folder of ['word', 'excel']) {
		const text = pageText(join(out, folder, `${id}-selfAssessment-usual.pdf`), 3);
		for (const { head } of columns)
			if (!text.includes(head)) faults.push(`${id}: ${head} is not repeated on page 3 of ${folder}`);
	}

for (const fault of faults.slice(0, 40)) console.log(fault);
console.log(
	`${papers.length} papers twice, ${forms.length} forms, ${looked} texts looked for, ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
