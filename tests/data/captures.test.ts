import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/* The captures as they were handed to the project; they are never edited. */
test.each([
	['000_3f1fdb5df24f4c9f', '7252a5e4fc53b44d46d716a68bf0116f12c236455151383d754bb0329e9a40e1'],
	['001_ee00dbf034ee643d', 'ac55f7472ab38222c6f5c9a4b176cb856b7a936ac9ba84f0d005ef91258b5291'],
	['002_faea32317e867b82', '3704a99eec4d50d21391683572740d9862beaaeeb3c5831d26c4a52a494e6b0f'],
	['003_e565034590f69e50', 'dd7e2bbd3b7734c4feb437e1ad341b805be6e1c46ccfb618f1556e28239f3fe7'],
	['004_202cf55bbbd428fe', '5ca9e760775e9ee0bddf199ab17c33bcb451177d2c20c020fe3b566a03b42307'],
])('%s is untouched', (name, hash) => {
	const bytes = readFileSync(`content/sources/${name}.txt`);
	expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
});
