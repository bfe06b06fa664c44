import { mountForm } from '../../ui/mount-form.ts';
import { partOf } from '../../ui/part-of.ts';
import { FormApp, type Own } from './FormApp.tsx';

/** Brings a form within `root` to life, until it is disposed of. */
export function mountFormPage(root: HTMLElement): () => void {
	const annex = partOf(root, '.annex');
	const own = JSON.parse(`${partOf(root, '#places').textContent}`) as Omit<Own, 'annex'>;
	const blank = annex.cloneNode(true);
	const end = mountForm<Own>(root, FormApp, { ...own, annex });
	return () => {
		end();
		annex.replaceWith(blank);
	};
}
