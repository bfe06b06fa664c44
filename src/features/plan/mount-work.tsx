import { partOf } from '../../ui/part-of.ts';
import { takeOver } from '../../ui/take-over.ts';
import { WorkApp } from './WorkApp.tsx';

/** Brings the work plan within `root` to life, until it is disposed of. */
export const mountWork = (root: HTMLElement): (() => void) =>
	takeOver(root, partOf(root, '#work'), <WorkApp root={root} />);
