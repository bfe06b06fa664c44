import type { APIRoute } from 'astro';
import { formPage } from '../../../features/forms/form-page.ts';
import { annexData } from '../../../forms/annex-data.ts';
import { library } from '../../../text/library.ts';

export const getStaticPaths = () =>
	library().forms.map((form) => ({ params: { id: form.id }, props: { page: formPage(form) } }));

export const GET: APIRoute = ({ props: { page } }) =>
	Response.json(
		annexData({
			id: page.form.id,
			name: page.form.name,
			title: page.title,
			cover: page.annex !== undefined,
			printed: page.printed,
			places: page.places,
		}),
	);
