import { headRow, type Paperwork, paragraph } from '../paperwork/paperwork.ts';

/* What goes on top of a parcel: which papers, how many of each, who signs. */

export interface Listed {
	name: string;
	/** By a clause that says so; none does of most. */
	copies?: number;
	signers: readonly string[];
	/** The clause that asks for it, as it is called. */
	place: string;
}

export function coverList(title: string, listed: readonly Listed[]): Paperwork {
	return {
		name: '清单',
		title: title.trim() ? `${title.trim()}申报材料清单` : '申报材料清单',
		landscape: false,
		mark: '',
		blocks: [
			{
				type: 'table',
				small: false,
				columns: [
					{ width: 3, align: 'centre' },
					{ width: 10, align: 'left' },
					{ width: 5, align: 'centre' },
					{ width: 10, align: 'left' },
					{ width: 7, align: 'left' },
				],
				head: [headRow(['序号', '材料', '份数', '签字、盖章', '依据'])],
				body: listed.map(({ name, copies, signers, place }, i) => [
					{ text: i + 1 },
					{ text: name },
					{ text: copies ? `一式 ${copies} 份` : null },
					{ text: signers.join('、') || null },
					{ text: place || null },
				]),
			},
			paragraph('份数空着的，细则没有写，以主管部门的要求为准。', 'small'),
		],
	};
}
