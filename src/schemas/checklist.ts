import { z } from 'zod';
import { clauseId } from './citation.ts';

/** Where one looks. */
export const places = ['大厅', '窗口', '文件', '人员'] as const;

export const checklist = z.strictObject({
	problems: z.array(
		z.strictObject({
			/** The clause that tells the problem: "training-2022#s8.4". */
			clause: clauseId,
			place: z.enum(places),
			/** The themes of the crosswalk whose lines it puts at risk; none for 其他. */
			themes: z.array(z.string()),
		}),
	),
});

export type Problem = z.infer<typeof checklist>['problems'][number];
