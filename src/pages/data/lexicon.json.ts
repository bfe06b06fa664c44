import type { LexiconData } from '../../features/search/lexicon.ts';
import { library } from '../../text/library.ts';

export const GET = () => Response.json({ format: 1, rows: library().aids.lexicon } satisfies LexiconData);
