import type { GapsData } from '../../features/search/gaps.ts';
import { library } from '../../text/library.ts';

export const GET = () => Response.json({ format: 1, gaps: library().aids.gaps } satisfies GapsData);
