const types = ['pointerover', 'pointerdown', 'keydown', 'focusin', 'scroll'];

/** Resolved once someone reaches for the page, by whatever means: what weighs much waits for it. */
export const reached = new Promise<void>((resolve) => {
	const reach = () => {
		for (const type of types) removeEventListener(type, reach, true);
		resolve();
	};
	for (const type of types) addEventListener(type, reach, true);
});
