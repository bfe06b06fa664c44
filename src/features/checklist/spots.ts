import type { Problem } from '../../schemas/checklist.ts';

/* Where one looks, in the order of the walk. */

export type Spot = Problem['place'];

const spotWords: Record<Spot, string> = {
	大厅: '从门口走进来就能看见的',
	窗口: '站在窗口前看、问、查的',
	文件: '坐下来翻文件、查记录的',
	人员: '找负责人和标准化工作人员问的',
};

export const spots = Object.entries(spotWords) as [Spot, string][];
