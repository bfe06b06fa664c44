import { mountForm } from '../../ui/mount-form.ts';
import { partOf } from '../../ui/part-of.ts';
import { WalkApp } from './WalkApp.tsx';

/** Brings the list of common problems within `root` to life, until it is disposed of. */
export const mountWalk = (root: HTMLElement): (() => void) =>
	mountForm(root, WalkApp, {
		problems: JSON.parse(`${partOf(root, '#problems').textContent}`),
		scopes: JSON.parse(`${partOf(root, '#scopes').textContent}`),
	});
