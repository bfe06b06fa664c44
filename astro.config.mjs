import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { classicScripts } from './src/integrations/classic-scripts.ts';
import { constants } from './src/integrations/constants.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { contentSecurityPolicy } from './src/integrations/csp.ts';
import { offline } from './src/integrations/offline.ts';
import { relativeAddresses } from './src/integrations/relative-addresses.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { serverSettings } from './src/integrations/server-settings.ts';

/** What pages load together, in one piece each: many small ones compress worse. */
const pieces = {
	/** Keeping what is typed. */
	kept: /[\\/]src[\\/](storage|schemas|checks[\\/](saved|walk|leaving|merge|lineage|backup)\.|ui[\\/](clock|keep-focus|ready|today|download|file-name|inert)\.)/,
	/** Drawing. */
	drawn: /[\\/](node_modules[\\/](preact|nanostores)[\\/]|src[\\/]ui[\\/]use-store\.)/,
	/** Points and their words. */
	scored: /[\\/]src[\\/](scoring[\\/]|checks[\\/](labels|say-met|situation)\.)/,
};

export default defineConfig({
	trailingSlash: 'always',
	integrations: [
		contentCheck(),
		preact(),
		searchIndex(),
		classicScripts(),
		relativeAddresses(),
		contentSecurityPolicy(),
		offline(),
		serverSettings(),
	],
	devToolbar: { enabled: false },
	prerenderConflictBehavior: 'error',
	vite: {
		build: {
			target: 'chrome100',
			cssTarget: 'chrome100',
			assetsInlineLimit: (file) => (file.includes('/Late.') ? false : undefined),
			rolldownOptions: {
				output: { codeSplitting: { groups: Object.entries(pieces).map(([name, test]) => ({ name, test })) } },
			},
		},
		// Astro sets this itself; what is loaded on click has nothing to be preloaded with it.
		plugins: [constants(), { name: 'no-preload-helper', config: () => ({ build: { modulePreload: false } }) }],
	},
});
