import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate, sayDate } from '../../src/dates/written-date.ts';
import { paperOfFile } from '../../src/evidence/file-name.ts';
import { matching } from '../../src/evidence/match.ts';
import { papersOf, proves, type Register, standsFor } from '../../src/evidence/papers.ts';
import { cellsIn, papersIn, rolesOf, sheetOf } from '../../src/evidence/pasted.ts';
import { evidence } from '../../src/kept/kinds/evidence.ts';
import type { EvidenceRecord } from '../../src/schemas/saved-evidence.ts';

const entry = (over: Partial<EvidenceRecord>): EvidenceRecord => ({ ...evidence.empty(), ...over });

describe('a date as people write it', () => {
	test.each([
		['2025-03-05', '2025-03-05'],
		['2025.3.5', '2025-03-05'],
		['2025/3/5', '2025-03-05'],
		['2025年3月5日', '2025-03-05'],
		[' ２０２５年３月５日 ', '2025-03-05'],
		['20250305', '2025-03-05'],
		['2025.3', '2025-03'],
		['2025年3月', '2025-03'],
		['2025年', '2025'],
		['2025', '2025'],
		['45000', '2023-03-15'],
		['长期', '长期'],
		['长期有效', '长期'],
		['2025年3月至5月', '2025-03/2025-05'],
		['2025.3-2025.12', '2025-03/2025-12'],
		['2024年1月1日—2024年12月31日', '2024-01-01/2024-12-31'],
		['2025年3月-6月', '2025-03/2025-06'],
		['2025年3月4日至5日', '2025-03-04/2025-03-05'],
		['2025年3月4日－5日', '2025-03-04/2025-03-05'],
		['2025年3月4-5日', '2025-03-04/2025-03-05'],
		['2024年3月至今', '2024-03/长期'],
		['二〇二五年三月十五日', '2025-03-15'],
		['二○二五年十二月三十一日', '2025-12-31'],
		['二零二五年十月', '2025-10'],
		['二OO九年二月二十日', '2009-02-20'],
		['二〇二五年', '2025'],
		['二〇二五年三月至五月', '2025-03/2025-05'],
		['', ''],
	])('%s is %s', (written, kept) => expect(readDate(written)).toBe(kept));

	test.each([
		'去年',
		'0024-03-01',
		'二四年三月',
		'二〇二五年十三月',
		'二〇二五年二月三十日',
		'二〇二五年三月三十二日',
		'二〇二五年十十月',
		'2025年13月',
		'2025-02-30',
		'3月',
		'12345678',
		'99999',
		'待定',
		'2025年5月至3月',
		'2025年3月至5日',
		'2025年2月28日至30日',
		'x',
	])('%s is none', (written) => expect(readDate(written)).toBeUndefined());

	test('what is kept reads as itself, and is said with 至', () => {
		for (const kept of ['2025-03-05', '2025-03', '2025', '长期', '']) expect(readDate(kept)).toBe(kept);
		expect(sayDate('2025-03/2025-05')).toBe('2025-03 至 2025-05');
		expect(readDate('2025-03 至 2025-05')).toBe('2025-03/2025-05');
	});

	test('nothing breaks it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
				const kept = readDate(text);
				if (kept !== undefined) expect(readDate(sayDate(kept))).toBe(kept);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('rows from a sheet', () => {
	const read = (text: string) => {
		const sheet = sheetOf(text);
		return papersIn(sheet, rolesOf(sheet));
	};

	test('as our own 迎评材料目录 has them', () => {
		const rows = read(
			'序号\t评分项\t材料名称\t文号\t日期\t存放处\t备注\n1\tC1第1项　领导\t关于成立领导小组的通知\t某政发〔2025〕3号\t2025-01-15\t档案室 2 柜\t复印件\n2\tC1第2项\t会议纪要\t\t2025.3\t\t',
		);
		expect(rows.map(({ paper }) => paper)).toMatchObject([
			{
				name: '关于成立领导小组的通知',
				number: '某政发〔2025〕3号',
				date: '2025-01-15',
				kept: '档案室 2 柜',
				note: '复印件',
				line: 'C1第1项　领导',
			},
			{ name: '会议纪要', date: '2025-03', line: 'C1第2项' },
		]);
		expect(rows.flatMap(({ doubts }) => doubts)).toEqual([]);
	});

	test('with headings in other words, in another order', () => {
		const [row] = read(
			'放在哪个柜\t文件标题\t发文时间\t发文字号\t盖章\t页数\t经办人\n3柜\t考核办法\t2024年5月\t某办〔2024〕7号\t是\t12\t王敏',
		);
		expect(row?.paper).toMatchObject({
			name: '考核办法',
			number: '某办〔2024〕7号',
			date: '2024-05',
			kept: '3柜',
			stamped: true,
			copies: '12',
			note: '经办人：王敏',
		});
	});

	test('without headings: by what stands in the columns', () => {
		const rows = read(
			'1\t窗口管理办法\t某政发〔2025〕3号\t2025.1.15\t档案室2柜\n2\t培训签到表\t某办〔2025〕9号\t45000\t档案室1柜',
		);
		expect(rows.map(({ paper }) => [paper.name, paper.number, paper.date, paper.kept])).toEqual([
			['窗口管理办法', '某政发〔2025〕3号', '2025-01-15', '档案室2柜'],
			['培训签到表', '某办〔2025〕9号', '2023-03-15', '档案室1柜'],
		]);
	});

	test('one column is names, also the first', () => {
		expect(read('办法\n纪要\n签到表').map(({ paper }) => paper.name)).toEqual(['办法', '纪要', '签到表']);
	});

	test('a cell with lines and quotes in it, and quotes that are only said', () => {
		expect(cellsIn('"第一行\n第二行，有""引号"""\tb\n"未完\tc')).toEqual([
			['第一行\n第二行，有"引号"', 'b'],
			['"未完', 'c'],
		]);
	});

	test('what is not understood is kept as it is written, and told', () => {
		const rows = read('名称\t日期\n办法\t去年\n\t2025.3\n=WEBSERVICE("http://x")\t2025.3');
		expect(rows.map(({ paper, doubts }) => [paper.name, paper.date, doubts])).toEqual([
			['办法', '去年', ['no date']],
			['', '2025-03', ['no name']],
			['=WEBSERVICE("http://x")', '2025-03', ['formula']],
		]);
	});

	test('merged cells leave blanks, and rows that are blank are none', () => {
		const rows = read('名称\t文号\t备注\n办法\t一号\t\n\t\t\n纪要\t\t二楼\t多出来的');
		expect(rows.map(({ paper }) => [paper.name, paper.number, paper.note])).toEqual([
			['办法', '一号', ''],
			['纪要', '', '二楼；多出来的'],
		]);
	});

	test('of any sheet every cell is found again', () => {
		const cell = fc.string({
			unit: fc.constantFrom('办', '法', '2', '0', '年', '〔', '3', '号', ' ', '是'),
			maxLength: 8,
		});
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 }), (all) => {
				const text = all.map((row) => row.join('\t')).join('\n');
				const sheet = sheetOf(text);
				const roles = rolesOf(sheet);
				const papers = papersIn(sheet, roles);
				expect(papers).toHaveLength(sheet.rows.length);
				for (const [i, row] of sheet.rows.entries()) {
					const said = JSON.stringify(papers[i]?.paper);
					for (const [j, each] of row.entries()) {
						if (each === '' || roles[j] === 'count' || roles[j] === 'stamped') continue;
						const kept = roles[j] === 'date' ? (readDate(each) ?? each) : each;
						expect(said).toContain(JSON.stringify(kept).slice(1, -1));
					}
				}
			}),
			{ numRuns: 1000 },
		);
	});

	test('5,000 rows', () => {
		const text = Array.from({ length: 5000 }, (_, i) => `${i + 1}\t材料 ${i}\t某办〔2025〕${i}号\t2025.3`).join('\n');
		expect(read(text)).toHaveLength(5000);
	});
});

describe('a name of a file', () => {
	test.each([
		['《窗口管理办法》（某政发〔2025〕3号）.pdf', '《窗口管理办法》', '某政发〔2025〕3号', ''],
		['03 培训签到表 2025-06-02.docx', '培训签到表', '', '2025-06-02'],
		['2025年3月领导小组会议纪要.doc', '领导小组会议纪要', '', '2025-03'],
		['GB/T 24421.1-2009 服务业组织标准化工作指南.pdf', '服务业组织标准化工作指南', 'GB/T 24421.1-2009', ''],
		['IMG_20250305_照片.jpg', 'IMG 照片', '', '2025-03-05'],
		['20250305.jpg', '20250305.jpg', '', '2025-03-05'],
	])('%s', (file, name, number, date) => expect(paperOfFile(file)).toEqual({ name, number, date }));
});

describe('what a line cites', () => {
	const register: Register = {
		a: entry({ name: '办法', number: '一号', note: '已盖章' }),
		b: entry({ name: '办法（副本）', same: 'a' }),
		c: entry({ name: '纪要', gone: true }),
		d: entry({}),
		x: entry({ name: '甲', same: 'y' }),
		y: entry({ name: '乙', same: 'x' }),
	};
	test('one that was found to be another is that one, once, with both notes', () => {
		expect(
			papersOf(
				[
					{ id: 'b', note: '第3页' },
					{ id: 'a', note: '第5页' },
				],
				register,
			),
		).toEqual([
			{
				id: 'a',
				name: '办法',
				number: '一号',
				date: '',
				kept: '',
				code: '',
				note: '第3页；已盖章；第5页',
				gone: false,
			},
		]);
	});
	test('what is gone, unknown or blank is shown and proves nothing', () => {
		const papers = papersOf(
			['a', 'c', 'd', 'z'].map((id) => ({ id, note: '' })),
			register,
		);
		expect(papers.map(({ id, name, gone }) => [id, name, gone])).toEqual([
			['a', '办法', false],
			['c', '纪要', true],
			['d', '', false],
			['z', '', true],
		]);
		expect(papers.map(proves)).toEqual([true, false, false, false]);
	});
	test('of those that were found to be each other one stands for all, and is there to be cited', () => {
		const ring: Register = { ...register, w: entry({ name: '丙', same: 'y' }) };
		expect(['w', 'x', 'y'].map((id) => standsFor(id, ring))).toEqual(['x', 'x', 'x']);
		expect(matching(ring, '甲', { cited: [], near: [] }).map(({ id }) => id)).toEqual(['x']);
	});
	test('one that was found to be another that is not here stands for itself', () => {
		expect(standsFor('q', { q: entry({ name: '甲', same: 'nowhere' }) })).toBe('q');
	});
	test('a few characters find it; near ones come first; what is cited, gone or another is not offered', () => {
		const more: Register = { ...register, e: entry({ name: '考核办法' }), f: entry({ name: '办法实施细则' }) };
		const ids = (typed: string, cited: string[] = [], near: string[] = []) =>
			matching(more, typed, { cited, near }).map(({ id }) => id);
		expect(ids('办法')).toEqual(['a', 'f', 'e']);
		expect(ids('办法', ['b'])).toEqual(['f', 'e']);
		expect(ids('', [], ['e'])[0]).toBe('e');
		expect(ids('《办 法》', [], ['f'])).toEqual(['f', 'a', 'e']);
		expect(ids('一号')).toEqual(['a']);
		expect(ids('纪要')).toEqual([]);
	});
});
