/* Points are added as whole hundredths, so that 84.5 and 85 never drift. */

export const toHundredths = (points: number): number => Math.round(points * 100);

export const fromHundredths = (hundredths: number): number => hundredths / 100;
