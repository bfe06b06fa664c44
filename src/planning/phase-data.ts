import type { PlanPhase } from '../schemas/plan-phases.ts';
import type { Cited } from './plan-data.ts';

export type CitedPhase = Omit<PlanPhase, 'clause' | 'tasks' | 'bodies'> & {
	place: string;
	address: string;
	tasks: Cited[];
	bodies: (Omit<PlanPhase['bodies'][number], 'because'> & { because: Cited })[];
};

/** The phases of one plan as a model for another: /data/phases.json. */
export interface PhaseData {
	format: 1;
	table: string;
	whole: { from: string; to: string; because: Cited };
	phases: CitedPhase[];
}
