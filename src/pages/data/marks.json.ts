import { marksData } from '../../features/library/data.ts';

export const GET = () => Response.json(marksData());
