import type { VNode } from 'preact';

export interface Button {
	words: string;
	press: () => void;
}

/** What is drawn, without a page to draw it on. */
export function buttonsIn(drawn: unknown): Button[] {
	if (Array.isArray(drawn)) return drawn.flatMap(buttonsIn);
	if (typeof drawn !== 'object' || drawn === null) return [];
	const { type, props } = drawn as VNode<{ children?: unknown; onClick?: () => void }>;
	if (typeof type === 'function') return buttonsIn((type as (given: unknown) => unknown)(props));
	if (type === 'button') return [{ words: String(props.children), press: () => props.onClick?.() }];
	return buttonsIn(props.children);
}
