/** What is needed to find words by their sound. */
export interface SoundTable {
	format: number;
	/** By syllable the characters that are read so, tones left out. */
	readings: { [syllable: string]: string };
	/**
	 * Pairs of neighbouring characters of the texts and of what people ask, those that stand there at least twice, then
	 * those that stand there at least four times, and so on.
	 */
	pairs: string[];
	/** What the texts say in Latin letters. */
	latin: string[];
}
