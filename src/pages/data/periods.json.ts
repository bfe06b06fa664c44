import { planData } from '../../features/plan/plan-data.ts';

export const GET = () => Response.json(planData());
