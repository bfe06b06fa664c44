import type { Branch, Criterion, Rubric } from '../schemas/rubric.ts';

const criteriaIn = ({ parts, criteria }: Branch): Criterion[] => [...parts.flatMap(criteriaIn), ...criteria];

/** All lines of a table, in its order. */
export const criteriaOf = ({ sections }: Pick<Rubric, 'sections'>): Criterion[] => sections.flatMap(criteriaIn);
