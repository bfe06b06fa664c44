import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ContentError } from '../clauses/fault.ts';
import { type Links, linkDocuments } from '../clauses/links.ts';
import { type Draw, readDocument } from '../clauses/outline.ts';
import { compareVerbatim } from '../clauses/verbatim.ts';
import { criteriaTable, vetoTable } from '../rubric/printed-table.ts';
import type { Problem } from '../schemas/checklist.ts';
import { type Document, frontMatter } from '../schemas/document.ts';
import type { DraftPlan } from '../schemas/draft-plan.ts';
import type { FactGroup } from '../schemas/fact.ts';
import type { FormCheck } from '../schemas/form-check.ts';
import type { FormDefinition } from '../schemas/form-definition.ts';
import type { Topic } from '../schemas/question.ts';
import type { Rubric, Theme } from '../schemas/rubric.ts';
import type { TypicalPapers } from '../schemas/typical-papers.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { checkCrosswalk } from './check-crosswalk.ts';
import { checkQuestions } from './check-questions.ts';
import { checkRubric } from './check-rubrics.ts';
import { checkChecklist, readChecklist } from './checklist.ts';
import { checkDrafts, readDrafts } from './drafts.ts';
import { checkFacts, readFacts } from './facts.ts';
import { checkFormChecks, readFormChecks } from './form-checks.ts';
import { checkForms, readForms } from './forms.ts';
import { checkPlan, type PlanModel, readPlan } from './plan.ts';
import { checkPlanPhases } from './plan-phases.ts';
import { checkIds, readQuestions } from './questions.ts';
import { readBytes, readText } from './read.ts';
import { readRubrics } from './rubrics.ts';
import { checkSearchAids, readSearchAids, type SearchAids } from './search-aids.ts';
import { checkTypicalPapers, readTypicalPapers } from './typical-papers.ts';

export interface Library {
	/** In the order their front matter gives. */
	documents: Document[];
	rubrics: Rubric[];
	themes: Theme[];
	/** Common problems on site and the themes they put at risk. */
	problems: Problem[];
	/** The bank of questions, by topic. */
	topics: Topic[];
	/** What is said of a pilot once. */
	facts: FactGroup[];
	/** What is handed in, in its order. */
	forms: FormDefinition[];
	/** What is looked at in facts and forms. */
	formChecks: FormCheck[];
	plan: PlanModel;
	/** What its reports are drafted from. */
	drafts: DraftPlan;
	/** What the sources name as proof, by table and line. */
	typical: { [table: string]: TypicalPapers };
	/** What helps people find a clause who have not read it. */
	aids: SearchAids;
	links: Links;
}

/** Reads and checks all documents of a project folder; throws one ContentError with every fault. */
export function loadLibrary(root: string): Library {
	const { rubrics, themes, faults } = readRubrics(root);
	const draw: Draw = (what, line) => {
		const [id, part] = what.split(' ');
		const rubric = rubrics.find((candidate) => candidate.id === id);
		return rubric && (part === 'vetoes' ? vetoTable(rubric, line) : criteriaTable(rubric, line));
	};
	if (faults.length > 0) throw new ContentError(faults);
	const documents = readdirSync(join(root, 'content/documents'))
		.filter((name) => name.endsWith('.md'))
		.flatMap((name) => {
			try {
				return [loadDocument(root, `content/documents/${name}`, draw)];
			} catch (error) {
				if (!(error instanceof ContentError)) throw error;
				faults.push(...error.faults);
				return [];
			}
		})
		.sort((a, b) => a.meta.order - b.meta.order);
	if (faults.length > 0) throw new ContentError(faults);
	if (documents.length === 0)
		faults.push({ file: 'content/documents/', problem: 'there is no document here.', remedy: 'Add one.' });
	const links = linkDocuments(documents);
	const problems = readChecklist(root);
	const topics = readQuestions(root);
	const facts = readFacts(root);
	const forms = readForms(root);
	const formChecks = readFormChecks(root);
	const plan = readPlan(root);
	const drafts = readDrafts(root);
	const typical = readTypicalPapers(
		root,
		rubrics.map(({ id }) => id),
	);
	const aids = readSearchAids(
		root,
		documents.map(({ id }) => id),
	);
	faults.push(
		...links.faults,
		...rubrics.flatMap((rubric) => checkRubric(rubric, documents, links)),
		...checkCrosswalk(themes, rubrics, 'rubrics/crosswalk.yaml'),
		...checkChecklist(problems, documents, themes),
		...checkIds(topics),
		...checkQuestions(topics, documents, links),
		...checkFacts(facts, links, rubrics),
		...checkForms(forms, facts, links),
		...checkFormChecks(formChecks, facts, forms, plan.events, links),
		...checkPlan(plan, facts, forms, links),
		...checkPlanPhases(plan.phases, rubrics, links),
		...checkDrafts(drafts, { forms, facts, rubrics, links }),
		...checkTypicalPapers(typical, rubrics, links),
		...checkSearchAids(aids, documents, rubrics),
	);
	if (faults.length > 0) throw new ContentError(faults);
	return { documents, rubrics, themes, problems, topics, facts, forms, formChecks, plan, drafts, typical, aids, links };
}

function loadDocument(root: string, file: string, draw: Draw): Document {
	const text = readText(join(root, file), file);
	const parts = /^---\r?\n(.*?\r?\n)---\r?\n(.*)$/s.exec(text);
	if (!parts)
		throw new ContentError([
			{
				file,
				line: 1,
				problem: 'there is no front matter.',
				remedy: 'Start the file with “---”, its keys, and “---”.',
			},
		]);
	const [, front = '', body = ''] = parts;
	const meta = readYaml(front, frontMatter, file, 2);
	const document = readDocument(
		{
			id: basename(file, '.md'),
			file,
			meta,
			body,
			bodyLine: front.split('\n').length + 2,
		},
		draw,
	);

	const source = `content/sources/${meta['captured-from']}`;
	const hash = createHash('sha256')
		.update(readBytes(join(root, source), source))
		.digest('hex');
	if (hash !== meta.sha256)
		throw new ContentError([
			{
				file: source,
				problem: `this capture has changed: its SHA-256 is ${hash}, ${file} records ${meta.sha256}.`,
				remedy: 'Captures are never edited. Restore the file.',
			},
		]);
	const difference = compareVerbatim(document, readText(join(root, source), source));
	if (difference) throw new ContentError([difference]);
	return document;
}
