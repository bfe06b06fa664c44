import { format } from '../schemas/saved-check.ts';
import type { WalkRecord } from '../schemas/saved-walk.ts';
import { app } from './backup.ts';

/** A walk as a file, with what could not be read as it was found. */
export const textOfWalk = (
	walks: { [clause: string]: WalkRecord },
	unreadable: { [clause: string]: unknown },
): string => `${JSON.stringify({ format, app, walks, unreadable }, null, '\t')}\n`;
