import { partOf } from '../../ui/part-of.ts';
import { takeOver } from '../../ui/take-over.ts';
import { PilotApp } from './PilotApp.tsx';

/** Brings the pilot within `root` to life, until it is disposed of. */
export const mountPilot = (root: HTMLElement): (() => void) =>
	takeOver(
		root,
		partOf(root, '#pilot'),
		<PilotApp {...JSON.parse(`${partOf(root, '#tables').textContent}`)} root={root} />,
	);
