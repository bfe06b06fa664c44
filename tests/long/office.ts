/*
 * What a real office program makes of the papers: LibreOffice reads them, and every text, point and cell is found
 * again in what it shows. Part of `npm run test:long`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDocx } from '../../src/paperwork/docx.ts';
import { inertPaperwork } from '../../src/paperwork/inert-paperwork.ts';
import type { Paperwork } from '../../src/paperwork/paperwork.ts';
import { spilled } from '../../src/paperwork/spill.ts';
import { writeXlsx } from '../../src/paperwork/xlsx.ts';
import { installOnDebian } from '../debian.ts';
import { builders, hostile, library, usual } from '../fixtures/takeaway.ts';

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

const papers = library.rubrics.flatMap((rubric) =>
	[usual, hostile].flatMap((fill) =>
		Object.entries(builders).map(([name, build]) => ({
			name: `${rubric.id}-${name}-${fill.name}`,
			paperwork: build(fill(rubric)),
		})),
	),
);
const names = (ending: string) => papers.map(({ name }) => `${name}.${ending}`);

for (const { name, paperwork } of papers) {
	writeFileSync(join(out, `${name}.docx`), Buffer.from(await (await writeDocx(paperwork)).arrayBuffer()));
	writeFileSync(join(out, `${name}.xlsx`), Buffer.from(await (await writeXlsx(paperwork)).arrayBuffer()));
}
convert(names('docx'), 'txt:Text (encoded):UTF8', 'txt');
convert(names('docx'), 'pdf', 'word');
convert(names('xlsx'), 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', 'csv');
convert(names('xlsx'), 'pdf', 'excel');

const faults: string[] = [];
let looked = 0;

function findAll(name: string, paperwork: Paperwork, shown: string, where: string): void {
	for (const text of wordsOf(paperwork)) {
		looked += 1;
		if (!shown.includes(bare(text))) faults.push(`${name}, ${where}: “${text.slice(0, 60)}” is not there`);
	}
}

const read = (folder: string, wanted: (file: string) => boolean): string => {
	const path = join(out, folder);
	const files = existsSync(path) ? readdirSync(path).filter(wanted) : [];
	return bare(files.map((file) => readFileSync(join(path, file), 'utf8')).join('\n'));
};

const pagesOf = (path: string): number =>
	Number(/Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0);

const pageText = (path: string, page: number): string =>
	bare(spawnSync('pdftotext', ['-f', String(page), '-l', String(page), path, '-'], { encoding: 'utf8' }).stdout ?? '');

for (const { name, paperwork } of papers) {
	const whole = spilled(inertPaperwork(paperwork));
	findAll(
		name,
		whole,
		read('txt', (file) => file === `${name}.txt`),
		'Word',
	);
	const sheets = read('csv', (file) => file.startsWith(`${name}-`) || file === `${name}.csv`);
	findAll(name, whole, sheets.replaceAll('""', '"'), 'Excel');
	for (const folder of ['word', 'excel']) {
		const path = join(out, folder, `${name}.pdf`);
		const pages = pagesOf(path);
		if (pages === 0) faults.push(`${name}: ${folder} makes no pages`);
		if (folder === 'word' && name.includes('-brief-') && pages !== 1) faults.push(`${name} has ${pages} pages`);
		for (const page of [1, pages])
			if (!pageText(path, page).includes(bare(paperwork.mark)))
				faults.push(`${name}: no mark on page ${page} of ${folder}`);
	}
}

/* The second page of a long table begins with its heads again. */
for (const { id, columns } of library.rubrics)
	for (const folder of ['word', 'excel']) {
		const text = pageText(join(out, folder, `${id}-selfAssessment-usual.pdf`), 3);
		for (const { head } of columns)
			if (!text.includes(head)) faults.push(`${id}: ${head} is not repeated on page 3 of ${folder}`);
	}

for (const fault of faults.slice(0, 40)) console.log(fault);
console.log(`${papers.length} papers twice, ${looked} texts looked for, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
