import { render } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { situationOf } from '../../checks/situation.ts';
import { textOfPilot } from '../../kept/backup.ts';
import { besides, nameOfPilot } from '../../pilots/facts.ts';
import { criteriaOf } from '../../rubric/criteria.ts';
import { saySums } from '../../rubric/explain.ts';
import { labelsOf } from '../../rubric/labels.ts';
import { misfitsOf } from '../../rubric/misfits.ts';
import { type Result, score } from '../../rubric/score.ts';
import type { LineRecord } from '../../schemas/saved-check.ts';
import { Trouble } from '../../trouble/Trouble.tsx';
import { download, json } from '../../ui/download.ts';
import { Later } from '../../ui/Later.tsx';
import { reached } from '../../ui/reached.ts';
import { today } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import type { Parts } from './CheckApp.tsx';
import { Foot, Steps } from './Foot.tsx';
import { Gains } from './Gains.tsx';
import { hints } from './hints.ts';
import { mountLines, sectionsIn, showTraces, useLiveLines } from './live-lines.tsx';
import { MemoryNotice } from './MemoryNotice.tsx';
import { Hints, Part, Undecided, Unread } from './Notices.tsx';
import { RequirementStrip, Sections, Standing } from './Standing.tsx';
import type { Session } from './session.ts';
import { leaveTrail } from './trail.ts';
import { focusOn, show, type View, viewOf } from './views.ts';

/** What it reckons with comes when someone reaches for the page. */
const barsNow = () => reached.then(() => import('../../pilots/BarsNow.tsx')).then(({ BarsNow }) => BarsNow);

/** Few ever see it. */
const changedPart = () => import('./Changed.tsx').then(({ Changed }) => Changed);

/** What could not be read, as it is stored. */
const rawOf = ({ unreadable }: Session) =>
	Object.fromEntries(Object.entries(unreadable.get()).map(([line, { raw }]) => [line, raw]));

/** A check that is open: where it stands, and its lines. */
export function Work({ root, rubric, form, fields, below, takeAway, session }: Parts & { session: Session }) {
	const criteria = useMemo(() => new Map(criteriaOf(rubric).map((criterion) => [criterion.id, criterion])), []);
	const labels = useMemo(() => labelsOf(rubric), []);
	const sections = useMemo(() => sectionsIn(form), []);
	const order = useMemo(() => [...sections.keys()], []);
	const [view, setView] = useState<View>(() => viewOf(order) ?? { name: 'hub', at: 'top' });
	const lines = useStore(session.$lines);
	const read = useStore(session.$read);
	const register = useStore(session.register.$entries);
	const memoryOnly = useStore(session.$memoryOnly);
	const pilot = useStore(session.$pilot);
	const facts = useStore(session.$facts);
	const check = useStore(session.$check);
	const unread = useStore(session.unreadable);
	const situation = useMemo(() => situationOf(read, facts), [read, facts]);
	const result = useMemo(() => score(rubric, situation), [situation]);
	const found = useMemo(() => hints({ rubric, lines: read, facts, result }), [result, read, facts]);

	const misfits = useMemo(
		() =>
			Object.keys(lines).filter((line) =>
				misfitsOf(rubric, line, lines[line]?.answer).some((misfit) => misfit !== 'above'),
			),
		[lines],
	);

	useLiveLines({ session, form, sections, criteria });
	useLayoutEffect(() => {
		fields.disabled = !check;
	}, [!check]);
	useLayoutEffect(() => show(form, view), [view]);
	useLayoutEffect(() => {
		const turn = () => setView((now) => viewOf(order) ?? now);
		addEventListener('hashchange', turn);
		return () => removeEventListener('hashchange', turn);
	}, []);
	const opened = useRef(false);
	useLayoutEffect(() => {
		// Whoever opens the check begins with the page, whoever opens a place in it with that.
		if (opened.current || location.hash) focusOn(root, view);
		opened.current = true;
	}, [view]);
	useKeys(order, view);
	// Before anything is painted, so that nothing moves.
	useLayoutEffect(() => showTraces(result, session, view, sections), [result, view]);
	useLayoutEffect(
		() => mountLines({ view, session, found, sections, criteria }),
		[view, view.name === 'line' && found],
	);
	const open = openLines(result);
	const left = open.size;
	useLayoutEffect(() => {
		if (check && memoryOnly === undefined)
			leaveTrail({ id: check.id, rubric: rubric.id, name: check.name, short: rubric.short, left });
	}, [check?.name, left, memoryOnly]);

	const kept = { check: check ?? session.last(), lines, unreadable: rawOf(session) };
	const backUp = () => {
		const { name } = kept.check;
		const { part, by = '' } = kept.check;
		const what = part ? `${by.trim()}交回 ${part.length} 项` : '备份';
		const parts = { unit: facts.unit, table: rubric.short, check: name, what, day: today(), ending: 'json' };
		const text = textOfPilot({ ...pilot, evidence: register, checks: [kept] });
		if (download(parts, json(text), { backup: text })) session.noteBackup();
	};
	const changed = check?.table !== undefined && check.table !== rubric.digest;
	const mine = check?.part ? order.filter((line) => check.part?.includes(line)) : order;
	const next = nextLine(mine, open, lines);
	const footer = (
		<>
			{view.name === 'line' && <Steps order={mine.includes(view.line) ? mine : order} line={view.line} />}
			<Foot session={session} save={backUp} />
		</>
	);
	useLayoutEffect(() => render(footer, below));

	if (!check)
		return <Trouble keeping={session} save={backUp} gone="这份自查在另一个窗口里被删除或清除了，这里不再保存。" />;
	return (
		<>
			<Trouble keeping={session} save={backUp} />
			{memoryOnly !== undefined && <MemoryNotice why={memoryOnly} />}
			<p>
				<a href={url.pilot(check.pilot)}>{nameOfPilot(facts)}</a> / <a href={url.checks}>我的自查</a> / {check.name}
				{besides(facts)}
				{view.name !== 'hub' && (
					<>
						{' / '}
						<a href="#hub">总览</a>
					</>
				)}
			</p>
			<RequirementStrip rubric={rubric} result={result} />
			{check.part && (
				<Part
					lines={mine}
					labels={labels}
					left={mine.filter((line) => open.has(line)).length}
					by={check.by ?? ''}
					sign={session.sign}
					handIn={backUp}
				/>
			)}
			{view.name === 'hub' ? (
				<div id="hub">
					<h2 class="hidden-head" tabIndex={-1}>
						总览
					</h2>
					<Undecided lines={lines} labels={labels} />
					<Unread lines={Object.keys(unread)} labels={labels} />
					{(changed || misfits.length > 0) && (
						<Later load={changedPart} props={{ rubric, session, changed, misfits }} />
					)}
					<Standing rubric={rubric} result={result} />
					<p class="tools">
						{next ? (
							<a class="primary" href={`#${next}`}>
								接着做：{labels.get(next)}
							</a>
						) : (
							<b>{check.part ? '分给你的都填过了，请把文件交回去。' : '每一项都填过了。'}</b>
						)}
						<a href="#gains">看差距和提分顺序</a>
						<a href="#all">整张表一起填</a>
					</p>
					<Sections rubric={rubric} result={result} lines={lines} />
					<Later load={barsNow} props={{ pilot: check.pilot }} />
					<Hints found={found} />
					<Gains {...{ sections, criteria, rubric, situation, result }} />
					<section id="take">
						<h2>带走，分给同事</h2>
						<Later
							ask="自评表、材料目录、整改清单、简报……"
							load={takeAway}
							props={{ kept, facts, pilot: { ...pilot, evidence: register }, lines: read, result, rubric }}
						/>
					</section>
				</div>
			) : (
				<p class="say short">{saySums(result, result.total)}</p>
			)}
		</>
	);
}

const openLines = ({ conditions, vetoes, trace }: Result) =>
	new Set([
		...[...conditions, ...vetoes].filter(({ met }) => met === undefined).map(({ id }) => id),
		...trace.filter(({ state }) => state === 'unanswered' || state === 'partly').map(({ id }) => id),
	]);

/** The first line that is not yet answered, and then the first that was left for later. */
function nextLine(
	order: readonly string[],
	open: ReadonlySet<string>,
	lines: { [line: string]: LineRecord },
): string | undefined {
	const now = order.find((id) => open.has(id) && !lines[id]?.later);
	return now ?? order.find((id) => open.has(id) || lines[id]?.later);
}

function useKeys(order: readonly string[], view: View): void {
	useLayoutEffect(() => {
		const press = (event: KeyboardEvent) => {
			const target = event.target as HTMLElement;
			const typing = target.closest('input:not([type=checkbox], [type=radio]), textarea, select');
			// Letters act only within what they turn over (WCAG 2.1.4).
			if (
				typing ||
				!target.closest('.criterion, .steps') ||
				event.ctrlKey ||
				event.metaKey ||
				event.altKey ||
				view.name !== 'line'
			)
				return;
			const by = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
			const to = order[order.indexOf(view.line) + by];
			if (by && to) location.hash = to;
		};
		addEventListener('keydown', press);
		return () => removeEventListener('keydown', press);
	}, [view]);
}
