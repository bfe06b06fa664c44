import { mountForm } from '../../ui/mount-form.ts';
import { partOf } from '../../ui/part-of.ts';
import { CheckApp, type Parts } from './CheckApp.tsx';

/** Brings the self-check of one table within `root` to life, until it is disposed of. */
export const mountCheck = (root: HTMLElement, { takeAway }: Pick<Parts, 'takeAway'>): (() => void) =>
	mountForm(root, CheckApp, { rubric: JSON.parse(`${partOf(root, '#rubric').textContent}`), takeAway });
