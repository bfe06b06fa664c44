import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { buildNamed } from './src/integrations/build-name.ts';
import { classicScripts } from './src/integrations/classic-scripts.ts';
import { constants } from './src/integrations/constants.ts';
import { contentCheck } from './src/integrations/content-check.ts';
import { contentSecurityPolicy } from './src/integrations/csp.ts';
import { folderTwins } from './src/integrations/folder-twins.ts';
import { noPreloadHelper } from './src/integrations/no-preload-helper.ts';
import { offline } from './src/integrations/offline.ts';
import { relativeAddresses } from './src/integrations/relative-addresses.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { serverSettings } from './src/integrations/server-settings.ts';

/** What pages load together, in one piece each: many small ones compress worse. */
const pieces = {
	/** Drawing; first, so that what draws does not take it along. */
	drawn: /[\\/](node_modules[\\/]preact[\\/]|src[\\/]ui[\\/](use-store|Later|reached)\.)/,
	/** Keeping what is typed, and the fields it is typed in. */
	kept: /[\\/]src[\\/](storage|fields[\\/](bind|values|on-paper)\.|trouble[\\/](Trouble|say-fate)\.|kept[\\/](?!all-kinds|clear|everything|first-|kind-file|move|upgrade|now\.|kinds[\\/]study)|schemas[\\/](?!saved-study)|checks[\\/]saved\.|digest\.|url\.|settling[\\/]unsettled\.|strings[\\/]no-storage\.|ui[\\/](clock|keep-focus|mount-form|part-of|ready|take-over|today|download|file-name|inert)\.)/,
	/** Beginning a check and going on with it. */
	begun: /[\\/]src[\\/](checks[\\/]checks\.|features[\\/]self-check[\\/](trail|words|MemoryNotice|NewCheck)\.)/,
	/** Days, and what bars by them. */
	dated: /[\\/]src[\\/](dates[\\/](shift|is-before|months|official)\.|forms[\\/]checks[\\/](bars|date-places|told)\.)/,
	/** What stands beside what a pilot says. */
	beside:
		/[\\/]src[\\/](settling[\\/]RecordAside\.|trouble[\\/](SayUnread|worst-fate)\.|pilots[\\/](Bars|next-day|use-opened|told)\.)/,
	/** Points and their words. */
	scored: /[\\/]src[\\/](rubric[\\/](?!printed-table|slim|parse|digest|rules-data)|checks[\\/](say-met|situation)\.)/,
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
		folderTwins(),
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
		plugins: [buildNamed(), constants(), noPreloadHelper()],
	},
});
