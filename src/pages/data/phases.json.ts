import { phaseData } from '../../features/plan/plan-data.ts';

export const GET = () => Response.json(phaseData());
