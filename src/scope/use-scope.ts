import { useState } from 'preact/hooks';
import { readScope, type Scope, sayScope } from './scope.ts';

/** What is taken part in, and how to say so. */
export function useScope(scopes: readonly Scope[]) {
	const [scope, setScope] = useState(() => readScope(scopes));
	const choose = (next: Scope | undefined) => {
		sayScope(next);
		setScope(next);
	};
	return { scope, choose };
}
