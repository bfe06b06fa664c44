/* All that drafts say of their own, `{}` where something else stands. What else they say was typed, is printed or counted. */

export const words = {
	/** Papers were cited for a line, not for one of its sentences: what they prove is not said. */
	material: '相关材料有{}。',
	/** Where nothing else is said of the line. */
	materialOf: '关于{}，相关材料有{}。',
	/** What a clause demands, so that it does not read as said. */
	demand: '关于“{}”',
	title: '《{}》',
	details: '{}（{}）',
	notApplicable: '{}不适用。',
	notApplicableFor: '{}不适用：{}',
	met: '{}“{}”：{}。',
	field: '{}：{}',
	done: '已经做到：{}。',
	undone: '尚未做到：{}。',
	open: '尚未自查：{}。',
	undoneWhole: '{}尚未做到：“{}”。',
	notFull: '{}未得满分。',
	below: '{}尚未达到：{}。',
	points: '自评 {} 分（满分 {} 分）。',
	pointsOf: '{}自评 {} 分（满分 {} 分）。',
	total: '合计自评 {} 分（满分 {} 分）。',
	/** What was not answered is not lost. */
	openPoints: '还有 {} 项尚未自查完，涉及 {} 分。',
	full: '自评得满分的有：{}。',
	some: '得一部分分的有：{}。',
	none: '没有得分的有：{}。',
	openLines: '尚未自查完的有：{}。',
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
