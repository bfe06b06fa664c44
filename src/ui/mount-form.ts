import { type ComponentType, h, render } from 'preact';
import { partOf } from './part-of.ts';
import { takeOver } from './take-over.ts';

/** A form that was served whole and blank, and where it stands. */
export interface FormParts {
	root: HTMLElement;
	form: HTMLFormElement;
	fields: HTMLFieldSetElement;
	/** Under the form. */
	below: HTMLElement;
}

/** Brings such a form to life by what is drawn above it, until it is disposed of: then it is blank again. */
export function mountForm<Own>(root: HTMLElement, App: ComponentType<FormParts & Own>, own: Own): () => void {
	const form = partOf<HTMLFormElement>(root, '#form');
	const fields = partOf<HTMLFieldSetElement>(root, '#fields');
	const below = partOf(root, '#below');
	const blank = form.cloneNode(true);
	fields.disabled = true;
	const end = takeOver(root, partOf(root, '#top'), h(App, { root, form, fields, below, ...own }));
	return () => {
		end();
		for (const live of [below, ...form.querySelectorAll('[data-slot]')]) render(null, live);
		form.replaceWith(blank);
	};
}
