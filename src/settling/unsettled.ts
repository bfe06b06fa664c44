import { openRivals } from '../kept/lineage.ts';
import type { Shared } from '../schemas/saved-shared.ts';

/** Two wrote it differently, and someone has to choose. */
export const unsettled = (record: Shared): boolean => openRivals(record).length + record.setAside.length > 0;
