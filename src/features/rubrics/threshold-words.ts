import type { Rubric } from '../../schemas/rubric.ts';

/** The table's own threshold in a few words, or that its document is silent. */
export const thresholdWords = ({ threshold }: Pick<Rubric, 'threshold'>): string =>
	threshold ? `${threshold.name} ${threshold.points} 分` : '文件未公布合格分数线';
