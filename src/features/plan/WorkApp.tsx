import { useEffect, useState } from 'preact/hooks';
import { ChooseCheck } from '../../checks/ChooseCheck.tsx';
import { goodChecks } from '../../checks/checks.ts';
import { readDate } from '../../dates/written-date.ts';
import { canonical } from '../../digest.ts';
import { freshId } from '../../kept/ids.ts';
import type { Entry } from '../../kept/kind.ts';
import { givenOf } from '../../papers/given-of.ts';
import { loadTableForm, type TableForm } from '../../papers/load-table-form.ts';
import { nameOfPilot } from '../../pilots/facts.ts';
import { useOpened } from '../../pilots/use-opened.ts';
import type { PhaseData } from '../../planning/phase-data.ts';
import { type Short, shortOf } from '../../planning/shortfall.ts';
import { linesNamed, misfitsIn, stretched } from '../../planning/work-plan.ts';
import { labelsOf } from '../../rubric/labels.ts';
import type { FormRow } from '../../schemas/saved-form.ts';
import { FormAside } from '../../settling/RecordAside.tsx';
import { sayNoStorage } from '../../strings/no-storage.ts';
import { supply } from '../../supply/supply.ts';
import { MayGo } from '../../trouble/MayGo.tsx';
import { Trouble } from '../../trouble/Trouble.tsx';
import { NotRead } from '../../ui/NotRead.tsx';
import { today } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { keyOf, openPlan, type PlanSession, workAt } from './plan-session.ts';
import { TakeWork } from './TakeWork.tsx';
import { WorkRows } from './WorkRows.tsx';

/** A pilot's own work plan, to be written or stretched from a model. */
export function WorkApp({ root }: { root: HTMLElement }) {
	const { opened, failed } = useOpened(root, openPlan);
	if (opened) return <Work session={opened} />;
	return failed ? <NotRead what="本机的记录没有读到，现在不能填" /> : <p role="status">正在打开本机的记录……</p>;
}

const modelTable = 'national';

const dayIn = (written: string): string | undefined => {
	const day = readDate(written);
	return day && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined;
};

function Work({ session }: { session: PlanSession }) {
	const { facts, own, records } = session;
	useStore(facts.$entries);
	useStore(own.$entries);
	const memoryOnly = useStore(records.$memoryOnly);
	const rows = session.rows(workAt);
	const [begins, ends] = [dayIn(session.at('begins')), dayIn(session.at('ends'))];
	const misfits = misfitsIn(rows, begins, ends, session.at('unit-name') + session.at('pilot-name'));
	const [undo, setUndo] = useState<{ said: string; before: readonly FormRow[]; after: readonly FormRow[] }>();
	const [failed, setFailed] = useState(false);
	const { checks, check, choose, table, result } = useMeasured(session);
	const labels = table && labelsOf(table.rubric);
	const shortIn = (text: string): { unknown: string[]; short: Short[] } | undefined => {
		if (!labels) return undefined;
		const { lines, unknown } = linesNamed(text, labels);
		return { unknown, short: result ? shortOf(lines, result.trace) : [] };
	};
	const stretch = async (from: string, to: string) => {
		const [model, of] = await Promise.all([supply<PhaseData>('phases'), loadTableForm(modelTable)]);
		const names = labelsOf(of.rubric);
		const cells = stretched(model, from, to, (line) => names.get(line) ?? line);
		replaceRows(
			cells.map((each) => ({ id: freshId(), cells: each })),
			'排好了：时间按比例折算到月，任务和单位照抄灞桥的方案，请改成自己的。',
		);
	};
	/** What is replaced or taken away can be had back, until something else is changed. */
	const replaceRows = (after: FormRow[], said: string) => {
		setUndo({ said, before: session.rows(workAt), after });
		session.putRows(workAt, after);
	};
	const canStretch = begins !== undefined && ends !== undefined && begins < ends;
	return (
		<>
			<p>
				<a href={url.pilot(session.pilot)}>{nameOfPilot(session.factsNow())}</a>
				{begins && ends && `：试点从 ${begins} 到 ${ends}。`}
			</p>
			{memoryOnly !== undefined && (
				<p class="notice" role="alert" data-why={memoryOnly}>
					{sayNoStorage(memoryOnly)}可以照常填，但内容只在这一页上，关掉就没有了。
				</p>
			)}
			<MayGo />
			<Trouble keeping={own} />
			<FormAside keeping={own} id={keyOf(workAt)} />
			{canStretch ? (
				<p class="tools">
					<button
						type="button"
						class={rows.length === 0 ? 'primary' : ''}
						disabled={session.isShut(workAt)}
						onClick={() => {
							if (
								rows.length > 0 &&
								!confirm(`现在的 ${rows.length} 个阶段会换掉。换吗？换了以后，改别的之前还可以撤回。`)
							)
								return;
							setFailed(false);
							stretch(begins, ends).catch(() => setFailed(true));
						}}
					>
						{rows.length === 0 ? '照灞桥的八个阶段排到自己的试点期' : '换成灞桥的八个阶段'}
					</button>
				</p>
			) : (
				<p>
					要照灞桥的八个阶段排，先在<a href={url.facts}>档案资料</a>
					里填好试点开始和试点结束的日期，年月日俱全，结束在开始之后。
				</p>
			)}
			{failed && <NotRead what="灞桥的阶段没有读到" />}
			<div role="status">
				{undo && canonical(undo.after) === canonical(rows) && (
					<p class="tools">
						{undo.said}
						<button
							type="button"
							onClick={() => {
								session.putRows(workAt, [...undo.before]);
								setUndo(undefined);
							}}
						>
							撤回
						</button>
					</p>
				)}
			</div>
			{misfits.length > 0 && (
				<ul class="misfits">
					{misfits.map(({ row, text }) => (
						<li key={row + text}>
							<a href={`#phase-${row}`}>{text}</a>
						</li>
					))}
				</ul>
			)}
			{checks.length > 0 && (
				<p>
					<ChooseCheck label="做到没有，照这份自查" {...{ checks, choose }} chosen={check?.id ?? ''} />
				</p>
			)}
			{checks.length === 0 && rows.length > 0 && (
				<p class="small">
					还没有自查：有了自查，这里会标出每个阶段应当做到而还没有做到的评分项。<a href={url.checks}>开始一份自查</a>
				</p>
			)}
			<WorkRows {...{ session, rows, replaceRows }} labelOf={(line) => labels?.get(line) ?? line} shortIn={shortIn} />
			{rows.length > 0 && <TakeWork session={session} rows={rows} />}
		</>
	);
}

/** The self-check by which a phase is measured, and what it gives. */
function useMeasured({ records, pilot }: PlanSession) {
	const [all, setAll] = useState<readonly Entry[]>([]);
	const [chosen, choose] = useState<string>();
	const [table, setTable] = useState<TableForm>();
	useEffect(() => {
		records.all().then(setAll, () => undefined);
	}, []);
	const checks = goodChecks(all)
		.filter((each) => each.pilot === pilot && !each.part)
		.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
	const check = checks.find(({ id }) => id === chosen) ?? checks[0];
	const wanted = check?.rubric ?? modelTable;
	useEffect(() => {
		loadTableForm(wanted).then(setTable, () => setTable(undefined));
	}, [wanted]);
	const measured = table?.id === wanted ? table : undefined;
	return {
		checks,
		check,
		choose,
		table: measured,
		result: check && measured && givenOf(check, all, measured, today()).result,
	};
}
