import { render } from 'preact';
import { Aside } from './Aside.tsx';
import type { Bound } from './bound-form.ts';
import type { Hint } from './hints.ts';
import { Papers } from './Papers.tsx';
import type { Session } from './session.ts';
import type { View } from './views.ts';

/** Brings to life the papers and the notices of the one line in sight. */
export function mountLine({
	view,
	session,
	found,
	criteria,
}: {
	view: View;
	session: Session;
	found: readonly Hint[];
	criteria: Bound['criteria'];
}): void {
	if (view.name !== 'line') return;
	const section = document.getElementById(view.line);
	const papers = section?.querySelector('[data-slot="papers"]');
	const aside = section?.querySelector('[data-slot="aside"]');
	if (papers) {
		if (!papers.classList.contains('live')) papers.replaceChildren();
		papers.classList.add('live');
		render(<Papers session={session} line={view.line} label={criteria.get(view.line)?.label ?? ''} />, papers);
	}
	if (aside)
		render(<Aside session={session} line={view.line} hints={found.filter(({ line }) => line === view.line)} />, aside);
}
