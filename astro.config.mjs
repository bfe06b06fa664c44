import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/integrations/content-check.ts';
import { contentSecurityPolicy } from './src/integrations/csp.ts';

export default defineConfig({
	base: process.env.BASE ?? '/',
	trailingSlash: 'always',
	integrations: [contentCheck(), preact(), contentSecurityPolicy()],
	devToolbar: { enabled: false },
	prerenderConflictBehavior: 'error',
	vite: { build: { target: 'chrome100', cssTarget: 'chrome100' } },
});
