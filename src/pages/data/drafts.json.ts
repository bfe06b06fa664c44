import { draftPlan } from '../../features/forms/draft-plan-data.ts';

export const GET = () => Response.json(draftPlan());
