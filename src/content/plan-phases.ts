import type { Fault } from '../clauses/fault.ts';
import type { Links } from '../clauses/links.ts';
import { clauseText } from '../clauses/outline.ts';
import { criteriaOf } from '../rubric/criteria.ts';
import { type PlanPhase, type PlanPhases, planPhases } from '../schemas/plan-phases.ts';
import type { Rubric } from '../schemas/rubric.ts';
import { type Finding, quotationFault } from './quotations.ts';
import { readYamlFile } from './read.ts';

const file = 'content/plan-phases.yaml';

export const readPlanPhases = (root: string): PlanPhases => readYamlFile(root, file, planPhases);

type Clauses = Pick<Links, 'clause'>;

/** Phases are told as printed, follow one another through the whole, and share out every line of their table. */
export function checkPlanPhases(model: PlanPhases, rubrics: readonly Rubric[], links: Clauses): Fault[] {
	const { phases } = model;
	const found = [
		...wholeFaults(model, links),
		...phases.flatMap((phase, i) =>
			[...phaseFaults(phase, phases.slice(0, i)), ...wordFaults(phase, links)].map(
				([problem, remedy]): Finding => [`${phase.id}: ${problem}`, remedy],
			),
		),
		...lineFaults(model, rubrics),
	];
	return found.map(([problem, remedy]) => ({ file, problem, remedy }));
}

/** The months that printed words name, the first and the last: 2021年4月—2021年11月. */
function monthsIn(words: string): [string | undefined, string | undefined] {
	const all = Array.from(words.matchAll(/(\d{4})年(\d{1,2})月/g), ([, y, m = '']) => `${y}-${m.padStart(2, '0')}`);
	return [all[0], all.at(-1)];
}

function wholeFaults({ whole: { from, to, because }, phases }: PlanPhases, links: Clauses): Finding[] {
	const unquoted = quotationFault(links, because.clause, because.quote);
	const [first, last] = [phases[0]?.from ?? '', phases.at(-1)?.to ?? ''];
	const printed = [from, to].map((day) => {
		const [y, m, d] = day.split('-').map(Number);
		return `${y}年${m}月${d}日`;
	});
	return [
		...(unquoted ? [unquoted] : []),
		...(printed.every((day) => because.quote.includes(day))
			? []
			: [[`“${because.quote}” does not say ${printed.join('至')}.`, 'Copy the days as printed.'] as Finding]),
		...(from.startsWith(first) && to.startsWith(last)
			? []
			: [['the phases do not go from its first month to its last.', 'Mend the days or the months.'] as Finding]),
	];
}

function phaseFaults({ id, dates, from, to, bodies }: PlanPhase, before: readonly PlanPhase[]): Finding[] {
	const [first, last] = monthsIn(dates);
	const names = bodies.map(({ name }) => name);
	return [
		...(before.some((other) => other.id === id) ? [['stands twice.', 'Give each its own id.'] as Finding] : []),
		...(first === from && last === to
			? []
			: [[`“${dates}” is not ${from} to ${to}.`, 'Copy the months as printed.'] as Finding]),
		...(from <= to && from >= (before.at(-1)?.to ?? '')
			? []
			: [['begins before the one before it ends, or ends before it begins.', 'Mend its months.'] as Finding]),
		...names
			.filter((name, i) => names.indexOf(name) !== i)
			.map((name): Finding => [`“${name}” has two parts in it.`, 'Keep one.']),
	];
}

function wordFaults({ name, clause, dates, tasks, bodies }: PlanPhase, links: Clauses): Finding[] {
	const textOf = (of: string) => {
		const [document = '', anchor = ''] = of.split('#');
		const visit = links.clause(document, anchor);
		return visit ? clauseText(visit.clause) : '';
	};
	const [document = '', anchor = ''] = clause.split('#');
	const asked = (links.clause(document, anchor)?.clause.content ?? []).flatMap((node) =>
		node.type === 'clause' ? [`${document}#${node.id}`] : [],
	);
	const told = tasks.map((task) => task.clause);
	const quoted = [{ clause, quote: name }, { clause, quote: dates }, ...tasks, ...bodies.map(({ because }) => because)];
	return [
		...quoted.flatMap((each): Finding[] => {
			const fault = quotationFault(links, each.clause, each.quote);
			return fault ? [fault] : [];
		}),
		...tasks
			.filter((task) => textOf(task.clause).replace(/。$/, '') !== task.quote)
			.map((task): Finding => [`${task.clause} is not told whole.`, 'Copy all of it.']),
		...(told.join() === asked.join()
			? []
			: [[`its tasks are not those of ${clause}, each once and in order.`, 'Tell each of them.'] as Finding]),
		...bodies
			.filter((body) => !textOf(body.because.clause).includes(body.name))
			.map((body): Finding => [`${body.because.clause} does not name “${body.name}”.`, 'Copy the name as printed.']),
	];
}

function lineFaults({ table, phases }: PlanPhases, rubrics: readonly Rubric[]): Finding[] {
	const rubric = rubrics.find(({ id }) => id === table);
	if (!rubric) return [[`there is no table ${table}.`, 'Mend its id.']];
	const known = criteriaOf(rubric).map(({ id }) => id);
	const placed = phases.flatMap(({ id, lines }) => lines.map((line) => ({ line, phase: id })));
	const named = placed.map(({ line }) => line);
	return [
		...placed
			.filter(({ line }) => !known.includes(line))
			.map(({ line, phase }): Finding => [`${phase}: there is no line ${line}.`, 'Mend its id.']),
		...placed
			.filter(({ line }, i) => named.indexOf(line) !== i)
			.map(({ line, phase }): Finding => [`${phase}: ${line} has a phase already.`, 'Keep it in one.']),
		...phases.flatMap(({ id, lines, unsaid }) =>
			unsaid
				.filter((line) => !lines.includes(line))
				.map((line): Finding => [`${id}: ${line} is unsaid and not of it.`, 'Mend its id.']),
		),
		...known
			.filter((line) => !named.includes(line))
			.map((line): Finding => [`${line} has no phase.`, 'Put it into the one by whose end it ought to be met.']),
	];
}
