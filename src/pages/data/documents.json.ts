import { documentsData } from '../../features/library/data.ts';

export const GET = () => Response.json(documentsData());
