/** The stem of a question without the signs of emphasis. */
export const plainStem = (stem: string): string => stem.replaceAll('*', '');
