import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('npm run dev shows what the build shows: the button for large text too', async () => {
	// Vite serves nothing where it believes that it is tested.
	const ours = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'TEST');
	const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', '4580'], {
		env: { ...Object.fromEntries(ours), NODE_ENV: 'development', ASTRO_TELEMETRY_DISABLED: '1' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	try {
		const address = await new Promise<string>((done) => {
			let said = '';
			child.stdout.on('data', (chunk) => {
				said += chunk;
				const found = /http:\/\/localhost:\d+\//.exec(said)?.[0];
				if (found) done(found);
			});
		});
		const [served, built] = [
			await (await fetch(`${address}about/`)).text(),
			readFileSync('tests/.out/root/about/index.html', 'utf8'),
		];
		const frame = (html: string) => /<nav aria-label="主要栏目">.*?<\/nav>/s.exec(html)?.[0] ?? '';
		for (const html of [served, built]) {
			// Classic, and where the button is to stand.
			expect(frame(html)).toMatch(/<script>[^<]*大字/);
			expect(frame(html).replace(/<script>.*<\/script>/s, '')).not.toContain('<script');
		}
	} finally {
		const gone = once(child, 'exit');
		child.kill();
		await gone;
	}
});
