import type { Document } from '../../schemas/document.ts';

/** schema.org data of a document; official texts are said to be unofficial copies. */
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
		...(meta.number && { legislationIdentifier: meta.number }),
		...(meta.date && { legislationDate: meta.date }),
		...(meta.issuer && { legislationPassedBy: { '@type': 'Organization', name: meta.issuer } }),
	};
}
