/*
 * What is loaded on click has nothing to be preloaded with it: its look comes by itself (styles.ts). Vite writes a
 * kilobyte that would preload all the same, into what every page with script loads first.
 */

const helper = /vite\/preload-helper/;

/** A Vite plugin, typed by what it does: Vite is Astro's dependency, not ours. */
export const noPreloadHelper = () => ({
	name: 'no-preload-helper',
	enforce: 'pre' as const,
	config: () => ({ build: { modulePreload: false as const } }),
	load: {
		filter: { id: helper },
		handler: () => 'export const __vitePreload = (load) => load();',
	},
});
