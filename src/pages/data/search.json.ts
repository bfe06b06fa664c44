import { fullCatalogue } from '../_catalogue.ts';

export const GET = () => Response.json(fullCatalogue());
