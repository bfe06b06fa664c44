import type { APIRoute } from 'astro';
import { formOf } from '../../../papers/table-form.ts';
import { slim } from '../../../rubric/slim.ts';
import { library } from '../../../text/library.ts';

export const getStaticPaths = () =>
	library().rubrics.map((rubric) => ({ params: { id: rubric.id }, props: { rubric } }));

export const GET: APIRoute = ({ props }) =>
	Response.json({ ...formOf(props.rubric, library()), rubric: slim(props.rubric) });
