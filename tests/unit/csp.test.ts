import { expect, test } from 'vitest';
import { policyOf } from '../../src/integrations/csp.ts';

test('a policy allows just the page’s own inline scripts', () => {
	const empty = policyOf('<p>甲</p><script type="application/ld+json">{}</script><script src="a.js"></script>');
	expect(empty).toContain("script-src 'self';");
	expect(empty).not.toMatch(/unsafe|\*|https?:/);
	const policy = policyOf('<script type="module">alert(1)</script><script>alert(1)</script><script>alert(2)</script>');
	expect(policy.match(/'sha256-[^']+'/g)).toHaveLength(2);
	expect(policy).not.toContain('wasm');
	expect(policyOf('<div data-engine></div>')).toContain("script-src 'self' 'wasm-unsafe-eval';");
	expect(policy).toContain("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
});
