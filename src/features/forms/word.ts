import { type AnnexData, placesIn } from '../../forms/annex-data.ts';
import { paperOf } from '../../forms/paper.ts';
import type { Saying } from '../../forms/said.ts';
import type { Paperwork } from '../../paperwork/paperwork.ts';
import { supply } from '../../supply/supply.ts';
import { download } from '../../ui/download.ts';
import { today } from '../../ui/today.ts';

export const loadAnnex = (form: string): Promise<AnnexData> => supply<AnnexData>(`annexes/${form}`);

/** A form as it stands, on paper. */
export const formPaper = (data: AnnexData, saying: Saying): Paperwork =>
	paperOf({ ...data, places: placesIn(data), saying });

/** Saves a form as a Word file; false where no file is saved. */
export async function saveWord(form: string, saying: Saying): Promise<boolean> {
	const [data, { writeDocx }] = await Promise.all([loadAnnex(form), import('../../paperwork/docx.ts')]);
	const paper = formPaper(data, saying);
	const parts = { unit: saying.fact('unit-name'), table: '', check: saying.fact('pilot-name'), what: paper.name };
	return download({ ...parts, day: today(), ending: 'docx' }, await writeDocx(paper));
}
