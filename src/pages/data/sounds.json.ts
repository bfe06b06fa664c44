import { fullCatalogue } from '../_catalogue.ts';
import { soundTable } from '../_sounds.ts';

export const GET = () => Response.json(soundTable(fullCatalogue().passages));
