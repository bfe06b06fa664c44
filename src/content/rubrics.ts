import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ContentError, type Fault } from '../clauses/fault.ts';
import { parseRubric } from '../rubric/parse.ts';
import { crosswalk, type Rubric, type Theme } from '../schemas/rubric.ts';
import { readText, readYamlFile } from './read.ts';

const crosswalkFile = 'rubrics/crosswalk.yaml';

/** The scoring tables of a project folder, in the order they give, not yet checked against the documents. */
export function readRubrics(root: string): { rubrics: Rubric[]; themes: Theme[]; faults: Fault[] } {
	const faults: Fault[] = [];
	const attempt = <T>(work: () => T): T[] => {
		try {
			return [work()];
		} catch (error) {
			if (!(error instanceof ContentError)) throw error;
			faults.push(...error.faults);
			return [];
		}
	};
	const rubrics = readdirSync(join(root, 'rubrics'))
		.map((name) => `rubrics/${name}`)
		.filter((file) => file.endsWith('.yaml') && file !== crosswalkFile)
		.flatMap((file) => attempt(() => parseRubric(readText(join(root, file), file), basename(file, '.yaml'), file)))
		.sort((a, b) => a.order - b.order);
	for (const [i, { file, order }] of rubrics.entries())
		if (rubrics[i - 1]?.order === order)
			faults.push({ file, problem: `another table has the order ${order} too.`, remedy: 'Give each its own.' });
	const [themes = []] = attempt(() => readYamlFile(root, crosswalkFile, crosswalk).themes);
	return { rubrics, themes, faults };
}
