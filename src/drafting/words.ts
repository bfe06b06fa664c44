/* All that drafts say of their own, `{}` where something else stands. What else they say was typed, is printed or counted. */

export const words = {
	proof: '有{}为证。',
	/** Of what is not said to be met. */
	material: '相关材料有{}。',
	/** Where nothing else is said of the line. */
	proofOf: '关于{}，有{}为证。',
	materialOf: '关于{}，相关材料有{}。',
	title: '《{}》',
	details: '{}（{}）',
	notApplicable: '{}不适用。',
	notApplicableFor: '{}不适用：{}',
	met: '{}“{}”：{}。',
	field: '{}：{}',
	undone: '{}尚未做到：{}。',
	undoneWhole: '{}尚未做到：“{}”。',
	below: '{}尚未达到：{}。',
	notFull: '{}未得满分。',
	points: '自评 {} 分（满分 {} 分）。',
	pointsOf: '{}自评 {} 分（满分 {} 分）。',
	total: '合计自评 {} 分（满分 {} 分）。',
	full: '自评得满分的有：{}。',
	lacking: '未得满分的有：{}。',
	skipped: '不适用的有：{}。',
	subject: '{}（{}）',
} as const;

/** What stands over what is said of the whole table. */
export const headings = {
	requirements: '参评条件和否决项',
	gaps: '尚未做到的事项',
	points: '自评得分',
} as const;

/** Between what is listed. */
export const comma = '，';
export const listed = '、';
export const itemised = '；';

export const fill = (template: string, ...pieces: readonly (string | number)[]): string =>
	template
		.split('{}')
		.map((words, i) => `${words}${pieces[i] ?? ''}`)
		.join('');
