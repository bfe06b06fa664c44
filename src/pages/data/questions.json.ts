import type { APIRoute } from 'astro';
import { bankOf } from '../../features/training/data.ts';
import { library } from '../../text/library.ts';

export const GET: APIRoute = () => Response.json(bankOf(library()));
