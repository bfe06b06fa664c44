import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { policyOfAll } from '../deploy/policy.ts';
import { headersFile, htaccess, webConfig } from '../deploy/servers.ts';
import { filesIn } from './built-files.ts';

/** Writes the settings that servers look for in the folder of a site. */
export function serverSettings(): AstroIntegration {
	return {
		name: 'server-settings',
		hooks: {
			'astro:build:done': ({ dir }) => {
				const folder = fileURLToPath(dir);
				const pages = filesIn(folder).filter((path) => path.endsWith('.html'));
				const policy = policyOfAll(pages.map((path) => readFileSync(join(folder, path), 'utf8')));
				writeFileSync(join(folder, '_headers'), headersFile(policy));
				writeFileSync(join(folder, '.htaccess'), htaccess(policy));
				writeFileSync(join(folder, 'web.config'), webConfig(policy));
			},
		},
	};
}
