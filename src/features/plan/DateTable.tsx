import { officialDate } from '../../dates/official.ts';
import type { Plan, Row } from '../../planning/plan.ts';
import type { PlanData } from '../../planning/plan-data.ts';
import type { Window } from '../../planning/reckon.ts';
import { readingOf, sayWindow } from '../../planning/words.ts';
import { FormAside } from '../../settling/RecordAside.tsx';
import { Chain } from './Chain.tsx';
import { keyOf, type PlanSession } from './plan-session.ts';
import type { Words } from './words.ts';

/** What is tried, by event: '' is a day taken away. */
export type Tried = ReadonlyMap<string, string>;

interface Props {
	made: Plan;
	/** The same without what is tried. */
	before: Plan;
	events: PlanData['events'];
	words: Words;
	tried: Tried;
	attempt: (event: string, day: string) => void;
	/** What is written of an event and is no day. */
	writtenOf: (event: string) => string | undefined;
	session: PlanSession;
}

/** What has its day or its last day, or had it; and the facts of the pilot, from which the others come. */
const isLimited = ({ event, told, state, windows }: Row): boolean =>
	told !== undefined || state === 'passed' || windows.some(({ latest }) => latest) || /^[^#]+$/.test(event.typed ?? '');

/** Every event with its day, to be changed; what has no last day, and what befalls only some, stand folded. */
export function DateTable(props: Props) {
	const { made, events } = props;
	const [known, unknown] = [true, false].map((is) => made.rows.filter((row) => isLimited(row) === is));
	const hidden = events.filter(({ id }) => !made.rows.some(({ event }) => event.id === id));
	return (
		<>
			{known && known.length > 0 && <Rows {...props} rows={known} name="每一件事在哪一天" />}
			{unknown && unknown.length > 0 && (
				<details>
					<summary>还推不出最晚的 {unknown.length} 件</summary>
					<Rows {...props} rows={unknown} name="还推不出最晚的事" />
				</details>
			)}
			{hidden.length > 0 && (
				<details>
					<summary>发生过整改、事故或者撤销</summary>
					<Rows
						{...props}
						rows={hidden.map((event) => ({ event, told: undefined, windows: [], isSound: true, state: 'unknown' }))}
						name="只有一些单位才有的事"
					/>
				</details>
			)}
		</>
	);
}

const Rows = ({
	rows,
	name,
	before,
	events,
	words,
	tried,
	attempt,
	writtenOf,
	session,
}: Props & { rows: Row[]; name: string }) => (
	<table class="plan-table">
		<caption class="hidden-head">{name}</caption>
		<thead>
			<tr>
				<th scope="col">事</th>
				<th scope="col">日期</th>
				<th scope="col">推算</th>
			</tr>
		</thead>
		<tbody>
			{rows.map((row) => {
				const { event, told, state } = row;
				const written = writtenOf(event.id);
				const called = events.find(({ id }) => id === event.id)?.called;
				const was = before.rows.find((each) => each.event.id === event.id);
				return (
					<tr key={event.id} data-event={event.id} data-state={state}>
						<th scope="row">
							{event.name}
							{called && <small>（档案资料里叫“{called}”）</small>}
						</th>
						<td data-head="日期">
							{event.typed ? (
								<input
									type="date"
									aria-label={event.name}
									min="2000-01-01"
									max="2099-12-31"
									disabled={session.isShut(event.typed)}
									value={tried.get(event.id) ?? told ?? ''}
									onChange={({ currentTarget: { value } }) => attempt(event.id, value)}
								/>
							) : (
								<span class="small">由别的日期推算</span>
							)}
							{told && <span class="on-paper">{officialDate(told)}</span>}
							{tried.has(event.id) && <div class="small">试的，还没有存</div>}
							{written && !tried.has(event.id) && <div class="small">写的是“{written}”</div>}
							{event.typed?.startsWith('plan#') && <FormAside keeping={session.own} id={keyOf(event.typed)} />}
						</td>
						<td data-head="推算">
							<Reckoned row={row} words={words} />
							{was && sayRow(was) !== sayRow(row) && sayRow(was) !== '' && (
								<div class="small">不试的话：{sayRow(was)}</div>
							)}
						</td>
					</tr>
				);
			})}
		</tbody>
	</table>
);

/** Each end of each reading with its chain; the same chain once. */
function Why({ windows, words }: { windows: readonly Window[]; words: Words }) {
	const ends = windows.flatMap(({ earliest, latest }) => [
		...(earliest ? [{ says: `最早${officialDate(earliest.day)}`, end: earliest }] : []),
		...(latest ? [{ says: `最晚${officialDate(latest.day)}`, end: latest }] : []),
	]);
	const once = ends.filter(({ says }, i) => ends.findIndex((other) => other.says === says) === i);
	return (
		<details>
			<summary class="small">为什么</summary>
			{once.map(({ says, end }) => (
				<div key={says} class="small">
					{says}：
					<Chain end={end} words={words} />
				</div>
			))}
		</details>
	);
}

const isKnown = ({ earliest, latest }: Window): boolean => Boolean(earliest ?? latest);

const sayRow = ({ told, windows }: Row): string =>
	told ? officialDate(told) : windows.filter(isKnown).map(sayWindow).join('；或者');

function Reckoned({ row: { told, windows, state, isSound }, words }: { row: Row; words: Words }) {
	if (!isSound) return <>和别的日期对不上，没有拿来推算别的</>;
	if (told) return <>{state === 'planned' ? '还没有到' : '已经过了'}</>;
	if (state === 'passed') return <>后面的事已经办了，它应当办过，只是没有填日期</>;
	if (!windows.some(isKnown)) return null;
	return (
		<>
			{windows.map((window, i) => (
				<div key={`${i}`}>
					{windows.length > 1 && `${readingOf(windows, i, words.periods)}：`}
					{sayWindow(window) || '推不出'}
				</div>
			))}
			<Why windows={windows} words={words} />
			{state === 'late' && <p class="late">最晚的日子已经过了。文件没有写可以延期，请向主管部门核实。</p>}
		</>
	);
}
