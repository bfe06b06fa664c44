import { partOf } from '../../ui/part-of.ts';
import { takeOver } from '../../ui/take-over.ts';
import { EvidenceApp } from './EvidenceApp.tsx';

/** Brings the register within `root` to life, until it is disposed of. */
export const mountEvidence = (root: HTMLElement): (() => void) =>
	takeOver(
		root,
		partOf(root, '#evidence'),
		<EvidenceApp root={root} labels={JSON.parse(`${partOf(root, '#labels').textContent}`)} />,
	);
