import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/* An independent reading of Word and Excel packages: nothing here knows the libraries that write them. */

export interface Element {
	name: string;
	attributes: Readonly<Record<string, string>>;
	children: (Element | string)[];
}

export interface Package {
	/** The XML parts by path. */
	parts: Map<string, Element>;
	/** What does not agree, or could act. */
	faults: string[];
}

function parse(xml: string, path: string): Element {
	const root: Element = { name: path, attributes: {}, children: [] };
	const open = [root];
	const parser = new SaxesParser({ xmlns: false, fileName: path });
	parser.on('opentag', ({ name, attributes }) => {
		const element = { name, attributes, children: [] };
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on('closetag', () => open.pop());
	for (const event of ['text', 'cdata'] as const) parser.on(event, (text) => open.at(-1)?.children.push(text));
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(xml).close();
	return root;
}

export const elementsIn = (element: Element): Element[] =>
	element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsIn(child)]));

export const named = (element: Element, name: string): Element[] =>
	elementsIn(element).filter((each) => each.name === name);

const inside = (element: Element, name: string): Element[] =>
	element.children.filter((child): child is Element => typeof child !== 'string' && child.name === name);

const textIn = (element: Element): string =>
	element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');

/** All words of all parts. */
export const wordsOf = ({ parts }: Package): string => [...parts.values()].map(textIn).join('');

/** What a reader keeps of the words of a run: white space around them only where the file says so. */
const wordsIn = (element: Element): string =>
	element.attributes['xml:space'] === 'preserve'
		? textIn(element)
		: textIn(element).replaceAll(/^[ \t\n]+|[ \t\n]+$/g, '');

/** Opens a package; what of its types, relationships and parts disagrees is listed, and what could act. */
export function readPackage(bytes: Uint8Array): Package {
	const files = unzipSync(bytes);
	const parts = new Map(
		Object.entries(files)
			.filter(([path]) => /\.(xml|rels)$/.test(path))
			.map(([path, content]) => [path, parse(strFromU8(content), path)]),
	);
	const faults: string[] = [];
	const types = parts.get('[Content_Types].xml');
	const overrides = types ? named(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1) ?? '') : [];
	const defaults = types ? named(types, 'Default').map(({ attributes }) => attributes.Extension) : [];
	for (const path of overrides) if (!files[path]) faults.push(`a type for ${path}, which is not there`);
	for (const path of Object.keys(files)) {
		if (path === '[Content_Types].xml' || path.endsWith('/')) continue;
		if (!overrides.includes(path) && !defaults.includes(path.split('.').at(-1))) faults.push(`${path} has no type`);
	}
	for (const [path, part] of parts) {
		if (path.endsWith('.rels')) {
			const from = posix.join(posix.dirname(path), '..');
			for (const { attributes } of named(part, 'Relationship')) {
				const { Target = '', TargetMode, Type = '' } = attributes;
				if (TargetMode === 'External' || Type.endsWith('/hyperlink')) faults.push(`${path} leads outside to ${Target}`);
				const target = Target.startsWith('/') ? Target.slice(1) : posix.join(from, Target);
				if (TargetMode !== 'External' && !files[target]) faults.push(`${path} leads to ${target}, which is not there`);
			}
			continue;
		}
		const rels = parts.get(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`));
		const known = rels ? named(rels, 'Relationship').map(({ attributes }) => attributes.Id) : [];
		for (const { name, attributes } of elementsIn(part)) {
			if (['f', 'hyperlink', 'hyperlinks', 'w:hyperlink'].includes(name)) faults.push(`${path} has <${name}>`);
			for (const [key, id] of Object.entries(attributes))
				if (key.startsWith('r:') && !known.includes(id)) faults.push(`${path} refers to ${id}, which is not there`);
		}
	}
	return { parts, faults };
}

/** A cell that others do not cover. */
export interface ReadCell {
	text: string | number | null;
	across: number;
	down: number;
}

const wordText = (element: Element): string => {
	switch (element.name) {
		case 'w:t':
			return wordsIn(element);
		case 'w:tab':
			return '\t';
		case 'w:br':
			return '\n';
		case 'w:pPr':
		case 'w:rPr':
		case 'w:instrText':
			return '';
		default:
			return element.children.map((child) => (typeof child === 'string' ? '' : wordText(child))).join('');
	}
};

const cellText = (cell: Element): string => inside(cell, 'w:p').map(wordText).join('\n');

const val = (element: Element | undefined): string | undefined => element?.attributes['w:val'];

function wordTable(table: Element): ReadCell[][] {
	const rows = inside(table, 'w:tr').map((row) => {
		let column = 0;
		return inside(row, 'w:tc').map((cell) => {
			const [properties] = inside(cell, 'w:tcPr');
			const across = Number(val(properties && inside(properties, 'w:gridSpan')[0]) ?? 1);
			const merge = properties && inside(properties, 'w:vMerge')[0];
			const place = {
				column,
				across,
				continues: merge !== undefined && val(merge) !== 'restart',
				text: cellText(cell),
			};
			column += across;
			return place;
		});
	});
	return rows.map((cells, y) =>
		cells
			.filter(({ continues }) => !continues)
			.map(({ column, across, text }) => {
				let down = 1;
				while (rows[y + down]?.some((below) => below.column === column && below.continues)) down += 1;
				return { text, across, down };
			}),
	);
}

export interface WordFile extends Package {
	/** What stands on its pages: paragraphs and tables, in order. */
	content: (string | ReadCell[][])[];
	/** Which rows of each table are repeated on every page. */
	heads: number[];
	headers: string[];
	footers: string[];
	layout: Layout;
}

/** How a Word file looks. */
export interface Layout {
	/** Width and height of the page, and its margins from the top clockwise, in millimetres. */
	page: [width: number, height: number];
	margins: [top: number, right: number, bottom: number, left: number];
	landscape: boolean;
	/** Left and right pages have headers and footers of their own. */
	evenAndOdd: boolean;
	/** For each thing in `content`, its letters: 仿宋_GB2312 16; of a table those of its heads and of the rest. */
	letters: (string[] | { head: string[]; body: string[] })[];
	/** Of each header and footer its letters, and the fields in it. */
	edges: { path: string; letters: string[]; fields: string[] }[];
	tables: LaidTable[];
}

export interface LaidTable {
	/** The columns, in twips. */
	columns: number[];
	cells: ReadCell[][];
	/** Whether a row stays on one page. */
	unbroken: boolean[];
}

/** Fonts and points of the words in an element; a run that mixes fonts is said as it is. */
function lettersIn(element: Element): string[] {
	const said = named(element, 'w:r')
		.filter((run) => named(run, 'w:t').length + named(run, 'w:instrText').length > 0)
		.map((run) => {
			const [fonts] = named(run, 'w:rFonts');
			const names = new Set(['eastAsia', 'ascii', 'hAnsi', 'cs'].map((script) => fonts?.attributes[`w:${script}`]));
			return `${[...names].join('/')} ${Number(val(named(run, 'w:sz')[0])) / 2}`;
		});
	return [...new Set(said)];
}

const isHead = (row: Element) => named(row, 'w:tblHeader').length > 0;

function layoutOf(body: Element, { parts }: Package): Layout {
	const twips = (text: string | undefined) => Math.round((Number(text) / 1440) * 254) / 10;
	const [section] = inside(body, 'w:sectPr');
	const said = (name: string): Element['attributes'] => (section && inside(section, name)[0]?.attributes) ?? {};
	const [size, margin] = [said('w:pgSz'), said('w:pgMar')];
	const settings = parts.get('word/settings.xml');
	const content = body.children.filter(
		(child): child is Element => typeof child !== 'string' && child.name !== 'w:sectPr',
	);
	return {
		page: [twips(size['w:w']), twips(size['w:h'])],
		margins: [twips(margin['w:top']), twips(margin['w:right']), twips(margin['w:bottom']), twips(margin['w:left'])],
		landscape: size['w:orient'] === 'landscape',
		evenAndOdd: settings !== undefined && named(settings, 'w:evenAndOddHeaders').length > 0,
		letters: content.map((part) => {
			if (part.name !== 'w:tbl') return lettersIn(part);
			const of = (wanted: boolean) => [
				...new Set(
					inside(part, 'w:tr')
						.filter((row) => isHead(row) === wanted)
						.flatMap(lettersIn),
				),
			];
			return { head: of(true), body: of(false) };
		}),
		edges: [...parts]
			.filter(([path]) => /^word\/(header|footer)/.test(path))
			.map(([path, part]) => ({
				path: path.replace(/^word\/|\d*\.xml$/g, ''),
				letters: lettersIn(part),
				fields: named(part, 'w:instrText').map((field) => textIn(field).trim()),
			})),
		tables: content
			.filter(({ name }) => name === 'w:tbl')
			.map((table) => ({
				columns: named(table, 'w:gridCol').map(({ attributes }) => Number(attributes['w:w'])),
				cells: wordTable(table),
				unbroken: inside(table, 'w:tr').map((row) => named(row, 'w:cantSplit').length > 0),
			})),
	};
}

export function readDocx(bytes: Uint8Array): WordFile {
	const file = readPackage(bytes);
	const document = file.parts.get('word/document.xml');
	const [body] = document ? named(document, 'w:body') : [];
	if (!body) throw new Error('there is no body');
	const tables = inside(body, 'w:tbl');
	const pieces = (start: string) =>
		[...file.parts].filter(([path]) => path.startsWith(start)).map(([, part]) => wordText(part));
	return {
		...file,
		content: body.children.flatMap((child) => {
			if (typeof child === 'string' || child.name === 'w:sectPr') return [];
			return [child.name === 'w:tbl' ? wordTable(child) : wordText(child)];
		}),
		heads: tables.map((table) => inside(table, 'w:tr').filter(isHead).length),
		headers: pieces('word/header'),
		footers: pieces('word/footer'),
		layout: layoutOf(body, file),
	};
}

export interface Sheet {
	name: string;
	/** Its rows, each of the cells that begin in it; rows that only make others higher are left out. */
	rows: ReadCell[][];
	/** Where each cell stands, as A1. */
	refs: string[][];
	/** Rows repeated on every page, counted as above. */
	head: { from: number; rows: number };
	/** Height by sheet row, in points. */
	heights: number[];
	xml: Element;
}

export interface ExcelFile extends Package {
	sheets: Sheet[];
}

/** Excel reads _x0041_ as the letter of that number. */
const decoded = (text: string): string =>
	text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const placeOf = (ref: string): [row: number, column: number] => {
	const [, letters = '', row = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(ref) ?? [];
	return [Number(row) - 1, Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1];
};

export function readXlsx(bytes: Uint8Array): ExcelFile {
	const file = readPackage(bytes);
	const strings = Array.from(file.parts.get('xl/sharedStrings.xml')?.children ?? []).flatMap((sst) =>
		typeof sst === 'string' ? [] : inside(sst, 'si').map((si) => named(si, 't').map(wordsIn).join('')),
	);
	const workbook = file.parts.get('xl/workbook.xml');
	const names = workbook ? named(workbook, 'sheet').map(({ attributes }) => attributes.name ?? '') : [];
	const titles = new Map(
		(workbook ? named(workbook, 'definedName') : []).map((each) => textIn(each).split('!') as [string, string]),
	);
	const textOf = (cell: Element): ReadCell['text'] => {
		const [value] = inside(cell, 'v');
		switch (cell.attributes.t) {
			case 's':
				return decoded(strings[Number(value && textIn(value))] ?? '');
			case 'inlineStr':
				return decoded(named(cell, 't').map(wordsIn).join(''));
			case undefined:
				return value ? Number(textIn(value)) : null;
			default:
				throw new Error(`a cell of type ${cell.attributes.t}`);
		}
	};
	return {
		...file,
		sheets: names.map((name, i) => {
			const xml = file.parts.get(`xl/worksheets/sheet${i + 1}.xml`);
			if (!xml) throw new Error(`there is no sheet ${i + 1}`);
			const covered = new Set<string>();
			const spans = new Map<string, [down: number, across: number]>();
			for (const { attributes } of named(xml, 'mergeCell')) {
				const [from = '', to = ''] = (attributes.ref ?? '').split(':');
				const [[top, left], [bottom, right]] = [placeOf(from), placeOf(to)];
				spans.set(from, [bottom - top + 1, right - left + 1]);
				for (let y = top; y <= bottom; y += 1)
					for (let x = left; x <= right; x += 1)
						if (y !== top || x !== left) {
							if (covered.has(`${y},${x}`)) file.faults.push(`${name}: merged cells overlap in row ${y + 1}`);
							covered.add(`${y},${x}`);
						}
			}
			const cells = named(xml, 'c')
				.map((cell) => ({ ref: cell.attributes.r ?? '', text: textOf(cell) }))
				.filter(({ ref }) => !covered.has(placeOf(ref).join()));
			const starts = [...new Set(cells.map(({ ref }) => placeOf(ref)[0]))].sort((a, b) => a - b);
			const rowsIn = (from: number, to: number) => starts.filter((row) => row >= from && row < to).length;
			const at = starts.map((row) => cells.filter(({ ref }) => placeOf(ref)[0] === row));
			const [, first = '', last = ''] = /^\$(\d+):\$(\d+)$/.exec(titles.get(name) ?? '') ?? [];
			return {
				name,
				rows: at.map((row) =>
					row.map(({ ref, text }) => {
						const [down = 1, across = 1] = spans.get(ref) ?? [];
						const [y] = placeOf(ref);
						return { text, across, down: rowsIn(y, y + down) };
					}),
				),
				refs: at.map((row) => row.map(({ ref }) => ref)),
				head: { from: rowsIn(0, Number(first) - 1), rows: rowsIn(Number(first) - 1, Number(last)) },
				heights: named(xml, 'row').map(({ attributes }) => Number(attributes.ht)),
				xml,
			};
		}),
	};
}
