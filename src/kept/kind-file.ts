import { asText, formats } from './backup.ts';
import type { Kind } from './kind.ts';

/** What a page holds of one kind, stored or not, with what it could not read. */
export const textOfKind = ({ name }: Kind, records: { [id: string]: unknown }, unreadable: { [id: string]: unknown }) =>
	asText(formats.everything, { [name]: records, unreadable });
