import type { Document } from '../../schemas/document.ts';

/**
 * schema.org data of a document; official texts are said to be unofficial copies. It has no room for the note that says
 * where something stands that the text itself does not say, so what has such a note is left to the page.
 */
export function legislation({ meta }: Document): Record<string, unknown> {
	const common = {
		'@context': 'https://schema.org',
		name: meta.title,
	};
	if (meta.kind === 'notes')
		return {
			...common,
			'@type': 'LearningResource',
			learningResourceType: '培训笔记',
			...(meta.issuer && { author: { '@type': 'Person', name: meta.issuer } }),
			...(meta.date && { dateCreated: meta.date }),
		};
	return {
		...common,
		'@type': 'Legislation',
		legislationLegalValue: 'UnofficialLegalValue',
		...(meta.number && !meta['number-note'] && { legislationIdentifier: meta.number }),
		...(meta.date && !meta['date-note'] && { legislationDate: meta.date }),
		...(meta.issuer && !meta['issuer-note'] && { legislationPassedBy: { '@type': 'Organization', name: meta.issuer } }),
	};
}
