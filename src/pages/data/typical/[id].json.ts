import type { APIRoute } from 'astro';
import { typicalOf } from '../../../features/evidence/typical-data.ts';
import { library } from '../../../text/library.ts';

export const getStaticPaths = () =>
	library().rubrics.map((rubric) => ({ params: { id: rubric.id }, props: { rubric } }));

export const GET: APIRoute = ({ props }) => Response.json(typicalOf(props.rubric));
