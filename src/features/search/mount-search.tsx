import { render } from 'preact';
import type { Scope } from '../../scope/scope.ts';
import type { Source } from './passage.ts';
import { SearchApp } from './SearchApp.tsx';
import { openSupply } from './supply.ts';

/** Brings the search page's parts within `root` to life, until they are disposed of. */
export function mountSearch(root: HTMLElement): () => void {
	const results = root.querySelector<HTMLElement>('#results');
	const input = root.querySelector<HTMLInputElement>('input[name="q"]');
	const contents = root.querySelector<HTMLElement>('#by-contents');
	const data = root.querySelector('#sources')?.textContent;
	if (!results || !input || !contents || !data) throw new Error('the search page lacks its parts');
	const sources: Source[] = JSON.parse(data);
	const scopes: Scope[] = JSON.parse(root.querySelector('#scopes')?.textContent ?? '[]');
	const documents = sources
		.filter(({ id }) => id.startsWith('docs/'))
		.map(({ document, short }) => ({ id: document, short }));
	/** All passages are in one piece of data. */
	const whole = results.dataset.catalogue !== undefined;
	const served = [...results.childNodes];
	results.replaceChildren();
	render(
		<SearchApp
			{...{ sources, scopes, documents, input, results, contents }}
			open={(arrived) => openSupply(whole, arrived)}
		/>,
		results,
	);
	return () => {
		render(null, results);
		results.replaceChildren(...served);
	};
}
