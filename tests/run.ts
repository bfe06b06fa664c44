/* Every check in one run: `npm test`. Prints what it does, one summary, and `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium } from './chromium.ts';

interface Tally {
	passed: number;
	failed: number;
}

const out = 'tests/.out';
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

/** Runs a tool of this project; true when it succeeded. */
function run(command: string, args: string[], env: Record<string, string> = {}): boolean {
	const { status } = spawnSync(command, args, {
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
	});
	return status === 0;
}

const once = (done: boolean): Tally => ({ passed: done ? 1 : 0, failed: done ? 0 : 1 });

/** A runner's own count; a runner that failed without counting a failure is one failure. */
function counted(done: boolean, read: () => Tally): Tally {
	try {
		const tally = read();
		const silent = !done && tally.failed === 0;
		const empty = done && tally.passed === 0;
		return silent || empty ? { ...tally, failed: tally.failed + 1 } : tally;
	} catch {
		return once(false);
	}
}

const report = (name: string) => JSON.parse(readFileSync(`${out}/${name}.json`, 'utf8'));

const steps: { name: string; work: () => Tally }[] = [
	{ name: 'lint', work: () => once(run('biome', ['check', '--error-on-warnings', '.'])) },
	{ name: 'types', work: () => once(run('astro', ['check', '--minimumSeverity', 'warning'])) },
	{ name: 'build', work: () => once(run('astro', ['build', '--outDir', `${out}/root`])) },
	{
		name: 'unit, data, built pages',
		work: () =>
			counted(run('vitest', ['run', '--config', 'tests/vitest.config.ts']), () => {
				const { numPassedTests, numFailedTests } = report('vitest');
				return { passed: numPassedTests, failed: numFailedTests };
			}),
	},
	{
		name: 'browser',
		work: () => {
			const chromium = findChromium();
			if (!chromium) return once(false);
			const done = run('playwright', ['test', '--config', 'tests/playwright.config.ts'], {
				CHROMIUM_PATH: chromium,
				SHELL_ONLY: '1',
			});
			return counted(done, () => {
				const { expected, unexpected, flaky } = report('playwright').stats;
				return { passed: expected, failed: unexpected + flaky };
			});
		},
	},
];

interface Timed {
	name: string;
	seconds: number;
}

interface Suite {
	suites?: Suite[];
	specs?: { title: string; tests: { results: { duration: number }[] }[] }[];
}

const specsIn = ({ suites = [], specs = [] }: Suite): Timed[] => [
	...suites.flatMap(specsIn),
	...specs.map(({ title, tests }) => ({
		name: title,
		seconds: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) / 1000,
	})),
];

interface VitestFile {
	assertionResults: { fullName: string; duration?: number | null }[];
}

/** Where the minutes go, of both runners together. */
function slowest(count: number): Timed[] {
	try {
		const unit = (report('vitest').testResults as VitestFile[])
			.flatMap(({ assertionResults }) => assertionResults)
			.map(({ fullName, duration }) => ({ name: fullName, seconds: (duration ?? 0) / 1000 }));
		const browser = (report('playwright').suites as Suite[]).flatMap(specsIn);
		return [...unit, ...browser].sort((a, b) => b.seconds - a.seconds).slice(0, count);
	} catch {
		// A runner that did not get so far has said so.
		return [];
	}
}

const results = steps.map(({ name, work }) => {
	console.log(`\n── ${name} ──`);
	const start = performance.now();
	return { name, ...work(), seconds: Math.round((performance.now() - start) / 1000) };
});

console.log('\n── slowest ──');
for (const { name, seconds } of slowest(10)) console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
console.log('\n── summary ──');
for (const { name, passed, failed, seconds } of results)
	console.log(`${failed > 0 ? 'FAILED' : 'ok    '}  ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
const total = (key: keyof Tally) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') > 0 ? 1 : 0;
