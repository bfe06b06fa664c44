import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { policyOfAll } from '../../src/deploy/policy.ts';
import { headersFile, htaccess, nginx, webConfig } from '../../src/deploy/servers.ts';

const page = (policy: string) => `<meta http-equiv="content-security-policy" content="${policy}">`;
const policy = policyOfAll([
	page("default-src 'none'; script-src 'self' 'sha256-a'; style-src 'self'"),
	page("default-src 'none'; script-src 'self' 'sha256-b' 'wasm-unsafe-eval'; style-src 'self' 'sha256-c'"),
]);

test('the policy of a server allows what each page allows, and no more', () => {
	expect(policy).toBe(
		"default-src 'none'; script-src 'self' 'sha256-a' 'sha256-b' 'wasm-unsafe-eval'; style-src 'self' 'sha256-c'; " +
			"worker-src 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types site-worker default",
	);
});

describe('the settings of each server', () => {
	test.each([
		['_headers', headersFile(policy)],
		['nginx', nginx(policy)],
		['.htaccess', htaccess(policy)],
	])('%s says the whole policy, and what may be kept for ever', (_, text) => {
		expect(text).toContain(policy);
		for (const name of ['X-Content-Type-Options', 'Referrer-Policy', 'Cross-Origin-Opener-Policy'])
			expect(text).toContain(name);
		expect(text).toMatch(/_astro.*immutable/s);
	});

	test('web.config is well-formed and says the same', () => {
		const values: Record<string, string> = {};
		const parser = new SaxesParser();
		parser.on('opentag', ({ name, attributes }) => {
			const { name: key, value } = attributes as Record<string, string>;
			if (name === 'add' && key) values[key] = value ?? '';
		});
		parser.on('error', (error) => {
			throw error;
		});
		parser.write(webConfig(policy)).close();
		expect(values['Content-Security-Policy']).toBe(policy);
		expect(values['Cache-Control']).toContain('immutable');
	});
});

test('the package holds the whole site, its settings, how to put it up, and the sum of each file', async () => {
	const { packed } = await import('../../src/deploy/package.ts');
	const { filesIn } = await import('../../src/integrations/built-files.ts');
	const { name, zip } = packed('tests/.out/root/');
	expect(packed('tests/.out/root/').zip).toEqual(zip);
	expect(name).toMatch(/^standardisation-pilot-\w+\.zip$/);
	const files = unzipSync(zip);
	const sums = strFromU8(files['SHA256SUMS.txt'] ?? new Uint8Array());
	const listed = new Map(
		sums
			.trim()
			.split('\n')
			.map((line) => [line.slice(66), line.slice(0, 64)]),
	);
	expect([...listed.keys(), 'SHA256SUMS.txt'].sort()).toEqual(Object.keys(files).sort());
	for (const [path, sum] of listed)
		expect(
			createHash('sha256')
				.update(files[path] ?? '')
				.digest('hex'),
			path,
		).toBe(sum);
	for (const path of filesIn('tests/.out/root')) expect(listed.has(`site/${path}`), path).toBe(true);
	expect(strFromU8(files['settings/nginx.conf'] ?? new Uint8Array())).toContain('Content-Security-Policy');
	const start = strFromU8(files['双击这里打开.html'] ?? new Uint8Array());
	expect(files['site/index.html']).toBeDefined();
	for (const words of ['href="site/index.html"', '全部解压缩', '其他网页文件', '换电脑'])
		expect(start).toContain(words);
	const lines = strFromU8(files['使用说明.txt'] ?? new Uint8Array()).trim();
	expect(lines.split('\r\n')).toHaveLength(3);
	for (const words of ['解开', '双击', '这台电脑的这个浏览器里']) expect(lines).toContain(words);
	// Names that are not ASCII are marked as UTF-8, which Explorer goes by.
	const marked = Buffer.from(zip).indexOf(Buffer.from('使用说明.txt')) - 30;
	expect(Buffer.from(zip).readUInt16LE(marked + 6) & 0x800).toBe(0x800);
	const page = files['部署说明.txt'] ?? new Uint8Array();
	expect([...page.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const howTo = strFromU8(page);
	for (const words of ['IIS', 'Apache', 'nginx', 'sw-off.js', 'SHA256SUMS.txt', '双击']) expect(howTo).toContain(words);
});
