import type { Finding } from '../schemas/saved-walk.ts';

/** What can be found about a problem, in the order it is asked. */
export const findingWords: Record<Exclude<Finding, 'open'>, string> = { good: '合格', mend: '待整改', skip: '不适用' };
