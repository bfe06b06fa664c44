/** What is said of a paper, as people call it. */
export const evidenceNames = {
	name: '名称',
	number: '文号',
	date: '日期',
	kept: '存放处',
	copies: '份数、页数',
	stamped: '已盖章',
	code: '材料编号',
	note: '备注',
} as const;
