import { partOf } from '../../ui/part-of.ts';
import { takeOver } from '../../ui/take-over.ts';
import { type Extras, MyChecks } from './MyChecks.tsx';

/** Brings the list of checks within `root` to life, until it is disposed of. */
export const mountMyChecks = (root: HTMLElement, { bringBack }: Pick<Extras, 'bringBack'>): (() => void) =>
	takeOver(
		root,
		partOf(root, '#checks'),
		<MyChecks {...JSON.parse(`${partOf(root, '#tables').textContent}`)} {...{ root, bringBack }} />,
	);
