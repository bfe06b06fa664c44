/** A file that the browser saved. */
export interface Saved {
	name: string;
	bytes: Buffer;
}

/** One input device and what it does, in the words of WebDriver, which both of its protocols share. */
export interface Device {
	type: 'key' | 'pointer';
	id: string;
	actions: readonly { type: string; [detail: string]: unknown }[];
}

/** A browser as its protocol lets it be driven; `page.ts` makes hands and eyes of it. */
export interface Driver {
	version: string;
	open(address: string): Promise<void>;
	reload(): Promise<void>;
	/** Has the page work out an expression that gives a text. */
	evaluate(expression: string): Promise<string>;
	perform(devices: readonly Device[]): Promise<void>;
	/** The files saved so far, whole ones only. */
	downloads(): Saved[];
	/** What the pages complained of since this was asked last. */
	complaints(): readonly string[];
	close(): Promise<void>;
}

/** The window that the journeys are made in: a small phone's. */
export const size = { width: 360, height: 740 };
