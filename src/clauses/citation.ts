import type { Clause, ClauseKind, FrontMatter } from '../schemas/document.ts';
import { toChinese } from './numerals.ts';
import type { Visit } from './outline.ts';

/** The label by which people call a clause: 第十八条第二款, 第九条第（三）项, 五、（七）2. */
export function fullLabel(visit: Visit): string {
	return joined(visit).replace(/[、.]$/, '');
}

function joined({ clause, ancestors }: Visit): string {
	const parent = ancestors.at(-1);
	const above =
		parent && parent.kind !== 'chapter' ? joined({ clause: parent, ancestors: ancestors.slice(0, -1) }) : '';
	const gap = parent?.kind === 'annex' ? ' ' : '';
	switch (clause.kind) {
		case 'annex':
		case 'chapter':
		case 'article':
			return clause.printed;
		case 'section':
			return `${above}${gap}${clause.printed}`;
		case 'item':
			if (/^\d/.test(clause.printed)) return clause.printed;
			return parent?.kind === 'article' ? `${above}第${clause.printed}项` : `${above}${clause.printed}`;
		case 'point':
			return parent?.kind === 'annex' ? `${above} 第${clause.number}项` : `${above}${clause.printed}`;
		case 'line':
			return `${above}${clause.printed}`;
		case 'paragraph':
			return `${above}${gap}第${toChinese(clause.number)}${parent?.kind === 'article' ? '款' : '段'}`;
	}
}

/** A formal citation: 《标题》（文号）第十八条第二款. */
export function citation(meta: Pick<FrontMatter, 'title' | 'number'>, label: string): string {
	return `《${meta.title}》${meta.number ? `（${meta.number}）` : ''}${label}`;
}

const akomaNtoso: Record<ClauseKind, string> = {
	annex: 'annex',
	chapter: 'chp',
	section: 'sec',
	article: 'art',
	item: 'point',
	point: 'subpoint',
	line: 'line',
	paragraph: 'para',
};

const lineId = (id: string) => id.slice(id.lastIndexOf('.') + 1);

/** The Akoma Ntoso form of a clause id: art-18.p2 becomes art_18__para_2. */
export function akomaNtosoId({ clause, ancestors }: Visit): string {
	const path = clause.kind === 'chapter' || clause.kind === 'article' ? [clause] : [...ancestors, clause];
	return path
		.filter(({ kind }, i) => kind !== 'chapter' || i === path.length - 1)
		.map(({ kind, number, id }: Clause) => {
			if (id === 'annex') return id;
			return `${akomaNtoso[kind]}_${kind === 'line' ? lineId(id) : number}`;
		})
		.join('__');
}
