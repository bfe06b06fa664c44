import type { SlimRubric } from '../rubric/slim.ts';
import { supply } from '../supply/supply.ts';
import type { Form } from './table-form.ts';

/** A table as the papers need it, with what the engine needs of it. */
export type TableForm = Form & { rubric: SlimRubric };

export const loadTableForm = (table: string): Promise<TableForm> => supply<TableForm>(`forms/${table}`);
