import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		root: process.cwd(),
		include: ['tests/{unit,data,built}/**/*.test.ts'],
		reporters: ['default', 'json'],
		outputFile: { json: 'tests/.out/vitest.json' },
		// One less than there are cores is one, where there are two.
		maxWorkers: 2,
		// A busy machine may take its time.
		testTimeout: 240_000,
		hookTimeout: 240_000,
	},
});
