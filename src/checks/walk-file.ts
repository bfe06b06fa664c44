import type { WalkRecord } from '../schemas/saved-walk.ts';
import { asText } from './backup.ts';

/** A walk as a file, with what could not be read as it was found. */
export const textOfWalk = (
	walks: { [clause: string]: WalkRecord },
	unreadable: { [clause: string]: unknown },
): string => asText({ walks, unreadable });
