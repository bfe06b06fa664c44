import { render } from 'preact';
import type { Source } from './passage.ts';
import { SearchApp } from './SearchApp.tsx';
import { openSupply } from './supply.ts';

/* Brings the search page to life. */

const root = document.getElementById('results');
const input = document.querySelector<HTMLInputElement>('main input[name="q"]');
const contents = document.getElementById('by-contents');
const data = document.getElementById('sources')?.textContent;
if (!root || !input || !contents || !data) throw new Error('the search page lacks its parts');
const sources: Source[] = JSON.parse(data);
const documents = sources
	.filter(({ id }) => id.startsWith('docs/'))
	.map(({ document, short }) => ({ id: document, short }));
/** All passages are in one piece of data. */
const whole = root.dataset.catalogue !== undefined;
root.replaceChildren();
render(<SearchApp {...{ sources, documents, input, contents }} open={(arrived) => openSupply(whole, arrived)} />, root);
