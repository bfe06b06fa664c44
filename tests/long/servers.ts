/*
 * The settings we hand out, in the servers they are for: nginx and Apache serve the site below a prefix, say what the
 * settings say, and its pages come to life without a complaint. Part of `npm run test:long`. IIS has no Debian package.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { policyOfAll } from '../../src/deploy/policy.ts';
import { nginx } from '../../src/deploy/servers.ts';
import { filesIn } from '../../src/integrations/built-files.ts';
import { findChromium } from '../chromium.ts';
import { installOnDebian } from '../debian.ts';

const site = resolve('tests/.out/root');
const out = resolve('tests/.out/servers');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const programs = ['/usr/sbin/nginx', '/usr/sbin/apache2'];
if (!programs.every(existsSync) && !installOnDebian(['nginx-light', 'apache2-bin']))
	throw new Error('nginx and Apache (apache2) are missing: install them to check the settings for servers.');

const port = { nginx: 4201, Apache: 4202 };

function startNginx(): ChildProcess {
	const pages = filesIn(site).filter((path) => path.endsWith('.html'));
	const piece = nginx(policyOfAll(pages.map((path) => readFileSync(`${site}/${path}`, 'utf8'))));
	writeFileSync(
		`${out}/nginx.conf`,
		`pid ${out}/nginx.pid; error_log ${out}/nginx.log; daemon off; user root;
		events {}
		http { access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${out}/${name};`).join(' ')}
			server { listen 127.0.0.1:${port.nginx};
${piece.replaceAll('/srv/pilot/site/', `${site}/`)} } }`,
	);
	return spawn('/usr/sbin/nginx', ['-c', `${out}/nginx.conf`], { stdio: 'inherit' });
}

function startApache(): ChildProcess {
	mkdirSync(`${out}/htdocs`);
	symlinkSync(site, `${out}/htdocs/pilot`);
	const folder = '/usr/lib/apache2/modules';
	const there = readdirSync(folder);
	const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'deflate', 'filter', 'alias'];
	writeFileSync(
		`${out}/apache.conf`,
		`ServerName localhost
		Listen 127.0.0.1:${port.Apache}
		PidFile ${out}/apache.pid
		ErrorLog ${out}/apache.log
		User nobody
		Group nogroup
		${modules
			.filter((name) => there.includes(`mod_${name}.so`))
			.map((name) => `LoadModule ${name}_module ${folder}/mod_${name}.so`)
			.join('\n')}
		TypesConfig /etc/mime.types
		DocumentRoot ${out}/htdocs
		<Directory ${out}/htdocs>
			Options FollowSymLinks
			AllowOverride All
			Require all granted
		</Directory>
		<Directory ${site}>
			AllowOverride All
			Require all granted
		</Directory>`,
	);
	return spawn('/usr/sbin/apache2', ['-X', '-f', `${out}/apache.conf`], { stdio: 'inherit' });
}

async function answers(origin: string): Promise<void> {
	for (let i = 0; i < 100; i += 1) {
		if (await fetch(origin).then(Boolean, () => false)) return;
		await new Promise((later) => setTimeout(later, 100));
	}
	throw new Error(`${origin} does not answer`);
}

const files = filesIn(site);
const script = files.find((path) => path.startsWith('_astro/') && path.endsWith('.js')) ?? '';
const piece = files.find((path) => path.endsWith('.pagefind')) ?? '';

/** What does not hold, in words. */
async function faultsOf(name: keyof typeof port): Promise<string[]> {
	const faults: string[] = [];
	const expect = (holds: boolean, what: string) => {
		if (!holds) faults.push(what);
	};
	const home = `http://127.0.0.1:${port[name]}/pilot/`;
	const ask = (path: string) => fetch(home + path, { redirect: 'manual' });
	const page = await ask('docs/xize-2013/');
	expect(page.status === 200 && (await page.text()).includes('第十八条'), 'a page is not there');
	expect(/^text\/html; *charset=utf-8$/i.test(page.headers.get('content-type') ?? ''), 'a page has no charset');
	const policy = page.headers.get('content-security-policy') ?? '';
	for (const words of ["default-src 'none'", "'sha256-", "frame-ancestors 'none'", 'require-trusted-types-for'])
		expect(policy.includes(words), `the policy lacks ${words}`);
	expect(page.headers.get('x-content-type-options') === 'nosniff', 'no nosniff');
	expect(page.headers.get('cache-control') === 'no-cache', `a page is kept: ${page.headers.get('cache-control')}`);
	const module = await ask(script);
	expect(/^(text|application)\/javascript/.test(module.headers.get('content-type') ?? ''), 'a script has no type');
	expect(module.headers.get('cache-control')?.includes('immutable') === true, 'a script is not kept for ever');
	expect(module.headers.get('cache-control')?.includes('no-cache') === false, 'a script is asked for again');
	expect(module.headers.has('content-security-policy'), 'a script has no policy');
	expect(module.headers.get('content-encoding') === 'gzip', 'a script is not compressed');
	expect((await ask(piece)).status === 200, 'the index is not there');
	expect((await ask('docs')).status === 301, 'a folder without its stroke leads nowhere');
	expect((await ask('nothing/')).status === 404, 'what is not there is not said to be so');
	if (name === 'nginx')
		expect((await (await ask('nothing/')).text()).includes('没有这一页'), 'no page for what is not there');
	return [...faults, ...(await complaints(home))];
}

async function complaints(home: string): Promise<string[]> {
	const browser = await chromium.launch({
		executablePath: findChromium() ?? '',
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
	});
	const page = await browser.newPage();
	const said: string[] = [];
	page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()));
	page.on('pageerror', ({ message }) => said.push(message));
	await page.goto(`${home}search/?q=24421`);
	await page.locator('.results a').first().waitFor();
	await page.goto(`${home}check/shenzhen-2022/`);
	await page.getByRole('button', { name: '开始', exact: true }).click();
	await page.locator('#hub').waitFor();
	await page.goto(`${home}training/quiz/?practice=topic:notes`);
	await page.locator('.ask').waitFor();
	await browser.close();
	return said;
}

for (const [name, start] of Object.entries({ nginx: startNginx, Apache: startApache })) {
	const server = start();
	try {
		await answers(`http://127.0.0.1:${port[name as keyof typeof port]}/`);
		const faults = await faultsOf(name as keyof typeof port);
		console.log(`${name}: ${faults.length === 0 ? 'as the settings say' : faults.join('; ')}`);
		if (faults.length > 0) process.exitCode = 1;
	} finally {
		server.kill();
	}
}
