import { render } from 'preact';
import { Aside } from './Aside.tsx';
import type { Bound } from './bound-form.ts';
import type { Hint } from './hints.ts';
import { Papers } from './Papers.tsx';
import type { Session } from './session.ts';
import type { View } from './views.ts';

interface Lines {
	view: View;
	session: Session;
	/** Said beside one line; where all are in sight, the hub says them. */
	found: readonly Hint[];
	criteria: Bound['criteria'];
	order: readonly string[];
}

/** Brings to life the papers and the notices of the lines in sight. */
export function mountLines({ view, session, found, criteria, order }: Lines): void {
	if (view.name === 'hub') return;
	for (const line of view.name === 'line' ? [view.line] : order) {
		const section = document.getElementById(line);
		const papers = section?.querySelector('[data-slot="papers"]');
		const aside = section?.querySelector('[data-slot="aside"]');
		if (papers && !session.unreadable.get()[line]) {
			if (!papers.classList.contains('live')) papers.replaceChildren();
			papers.classList.add('live');
			render(<Papers session={session} line={line} label={criteria.get(line)?.label ?? ''} />, papers);
		}
		const hints = view.name === 'line' ? found.filter((hint) => hint.line === line) : [];
		if (aside) render(<Aside session={session} line={line} hints={hints} />, aside);
	}
}
