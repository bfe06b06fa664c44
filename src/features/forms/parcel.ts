import { zipSync } from 'fflate';
import { coverList, type Listed } from '../../forms/cover-list.ts';
import type { Saying } from '../../forms/said.ts';
import type { Entry } from '../../kept/kind.ts';
import { actionList } from '../../papers/action-list.ts';
import { evidenceList } from '../../papers/evidence-list.ts';
import { givenOf } from '../../papers/given-of.ts';
import { loadTableForm } from '../../papers/load-table-form.ts';
import { selfAssessment } from '../../papers/self-assessment.ts';
import { writeDocx } from '../../paperwork/docx.ts';
import type { Paperwork } from '../../paperwork/paperwork.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { formPaper, loadAnnex } from './word.ts';

/* 申报材料包: forms, reports and the papers of a self-check in one zip, under a list of what is in it. */

export interface Wanted {
	pilot: string;
	forms: readonly (Listed & { id: string })[];
	check: Check | undefined;
	all: readonly Entry[];
	sayingOf: (form: string) => Saying;
	today: string;
}

const papersOfCheck = [selfAssessment, evidenceList, actionList];

export async function parcel({ pilot, forms, check, all, sayingOf, today }: Wanted): Promise<Blob> {
	const filled = await Promise.all(forms.map(async ({ id }) => formPaper(await loadAnnex(id), sayingOf(id))));
	const given = check && givenOf(check, all, await loadTableForm(check.rubric), today);
	const ofCheck = given ? papersOfCheck.map((build) => build(given)) : [];
	const listed = [...forms, ...ofCheck.map(({ name }) => ({ name, signers: [], place: '' }))];
	const papers: Paperwork[] = [coverList(pilot, listed), ...filled, ...ofCheck];
	const files: Record<string, Uint8Array> = {};
	for (const [i, paper] of papers.entries()) {
		const number = `${i}`.padStart(2, '0');
		files[`${number} ${paper.name}.docx`] = new Uint8Array(await (await writeDocx(paper)).arrayBuffer());
	}
	// A Word file is a zip already.
	return new Blob([zipSync(files, { level: 0 }) as BlobPart], { type: 'application/zip' });
}
