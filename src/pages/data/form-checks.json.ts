import { reasonsOfChecks } from '../../features/forms/reasons.ts';

export const GET = () => Response.json(reasonsOfChecks());
