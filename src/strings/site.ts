import type { MarkKind } from '../schemas/document.ts';

export const siteName = '标准化试点学习与自查';

export const markKindNames: Record<MarkKind, string> = {
	repair: '修补',
	restore: '补回',
	lost: '缺失',
	note: '说明',
};
