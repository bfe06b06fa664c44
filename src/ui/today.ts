/** The day of a moment by the clock of this computer: 2026-11-20. */
export const dayOf = (moment: string | Date): string => new Date(moment).toLocaleDateString('sv-SE');

export const today = (): string => dayOf(new Date());
