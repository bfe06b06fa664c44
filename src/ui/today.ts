/** The day by the clock of this computer: 2026-11-20. */
export const today = (): string => new Date().toLocaleDateString('sv-SE');
