import { partOf } from '../../ui/part-of.ts';
import { takeOver } from '../../ui/take-over.ts';
import { PlanApp } from './PlanApp.tsx';

/** Brings the plan within `root` to life, until it is disposed of. */
export const mountPlan = (root: HTMLElement): (() => void) =>
	takeOver(root, partOf(root, '#plan'), <PlanApp root={root} />);
