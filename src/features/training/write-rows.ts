import { headRow, type Paperwork } from '../../paperwork/paperwork.ts';
import { writeXlsx } from '../../paperwork/xlsx.ts';

/** A sheet of rows, the first of them its heads. */
export function writeRows(
	name: string,
	[heads = [], ...rows]: readonly (readonly (string | number)[])[],
): Promise<Blob> {
	const paperwork: Paperwork = {
		name,
		title: name,
		landscape: true,
		mark: '题目由学习网站编写，不是官方试题',
		blocks: [
			{
				type: 'table',
				columns: heads.map((head) => ({ width: head === '题干' || head === '解析' ? 4 : 2, align: 'left' })),
				head: [headRow(heads.map(String))],
				body: rows.map((row) => row.map((text) => ({ text }))),
				small: true,
			},
		],
	};
	return writeXlsx(paperwork);
}
