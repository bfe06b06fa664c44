import { atom } from 'nanostores';
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { goodChecks, startCheck } from '../../checks/checks.ts';
import { checksIn } from '../../checks/saved.ts';
import { bringBack, copyCheck, deleteCheck, eraseAll, renameCheck } from '../../checks/whole-checks.ts';
import { absorbLastWords, follow } from '../../kept/engine.ts';
import { type Kept, openKept } from '../../kept/open.ts';
import { lookWhetherItStays } from '../../kept/stay.ts';
import { factsIn, nameOfPilot } from '../../pilots/facts.ts';
import { forgetPilot, openPilot, pilotHere } from '../../pilots/pilots.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { sayNoStorage } from '../../strings/no-storage.ts';
import { clearOutdated, trashIn } from '../../trash/trash.ts';
import { Trouble } from '../../trouble/Trouble.tsx';
import { Later } from '../../ui/Later.tsx';
import { ready } from '../../ui/ready.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { CheckRow } from './CheckRow.tsx';
import { Erase } from './Erase.tsx';
import { MemoryNotice } from './MemoryNotice.tsx';
import { NewCheck, type Table } from './NewCheck.tsx';
import { StorageStatus } from './StorageStatus.tsx';
import { storageState } from './storage-state.ts';
import { followTrail, forgetTrail, readTrail } from './trail.ts';

interface BringBackProps {
	records: Kept;
	tables: readonly Table[];
	facts: FactNames;
	/** Something was changed in storage. */
	changed: () => void;
}

/** Few ever see it. */
const trash = () => import('../../trash/TrashList.tsx').then(({ TrashList }) => TrashList);

/** What the facts of a pilot are called. */
type FactNames = { readonly [fact: string]: string };

/** What the page adds: reading files back, comparing. */
export interface Extras {
	bringBack: () => Promise<ComponentType<BringBackProps>>;
}

interface Props extends Extras {
	/** What the list stands in. */
	root: HTMLElement;
	tables: readonly Table[];
	facts: FactNames;
}

/** What was taken away and can be brought back until the page is left. */
interface Taken {
	what: string;
	entries: [string, unknown][];
}

const nothing = atom<string | undefined>(undefined);

/** The checks on this computer: those of the pilot that someone is at, and the others. */
export function MyChecks({ root, tables, facts, bringBack: load }: Props) {
	const [records, setRecords] = useState<Kept>();
	const [checks, setChecks] = useState<Check[]>([]);
	const [entries, setEntries] = useState<[string, unknown][]>([]);
	const [taken, setTaken] = useState<Taken[]>([]);
	const [failed, setFailed] = useState('');
	const [unread, setUnread] = useState(0);
	const [bringing, setBringing] = useState(location.hash === '#bring');
	const memoryOnly = useStore(records?.$memoryOnly ?? nothing);
	useLayoutEffect(() => {
		if (!records) return;
		ready(root);
		// Whoever was led there finds it open, and in sight.
		if (bringing) document.getElementById('bring')?.scrollIntoView();
	}, [records, bringing]);
	useEffect(() => {
		const turn = () => setBringing((open) => open || location.hash === '#bring');
		addEventListener('hashchange', turn);
		return () => removeEventListener('hashchange', turn);
	}, []);

	const shortOf = (rubric: string) => tables.find(({ id }) => id === rubric)?.short ?? rubric;
	const look = async (from: Kept) => {
		const all = await from.all();
		const good = goodChecks(all);
		setEntries(all);
		if (all.length > 0) void lookWhetherItStays();
		setChecks(good);
		if (from.$memoryOnly.get() === undefined) {
			openPilot(pilotHere(all).id, all);
			followTrail(good.map(({ id, rubric, name }) => ({ id, rubric, name, short: shortOf(rubric) })));
		}
		setUnread(checksIn(all).filter(({ state }) => state !== 'good').length);
	};
	useEffect(() => {
		const opening = (async () => {
			const records = await openKept();
			await absorbLastWords(records);
			await clearOutdated(records);
			await look(records);
			setRecords(records);
			return follow(
				records,
				() => true,
				() => void look(records),
			);
		})();
		return () => void opening.then((close) => close());
	}, []);

	if (!records) return <p role="status">正在打开本机的记录……</p>;
	const lookAgain = () => look(records);
	const run = (work: () => Promise<unknown>) => {
		setFailed('');
		work()
			.then(lookAgain)
			.catch(() => setFailed('没有做成，浏览器不允许保存。原来的内容没有动。'));
	};
	const take = (what: string, work: () => Promise<[string, unknown][]>) =>
		run(async () => {
			const entries = await work();
			setTaken((old) => [...old, { what, entries }]);
		});
	const kept = new Map(entries);
	const nameOf = (pilot: string) => nameOfPilot(factsIn(pilot, (key) => kept.get(key)));
	const here = pilotHere(entries);
	const own = checks.filter(({ pilot }) => pilot === here.id);
	const others = [...new Set(checks.map(({ pilot }) => pilot))]
		.filter((pilot) => pilot !== here.id)
		.map((pilot) => checks.filter((check) => check.pilot === pilot));
	const lost =
		checks.length + unread + taken.length + trashIn(entries).length === 0 && memoryOnly === undefined
			? readTrail()
			: [];
	return (
		<>
			{memoryOnly !== undefined && <MemoryNotice why={memoryOnly} />}
			<Trouble />
			{failed && (
				<p class="notice" role="alert">
					{failed}
				</p>
			)}
			{lost.length > 0 && (
				<p class="notice" role="alert">
					这台电脑上原来有自查{lost.map(({ name, short }) => `“${name}”（${short}）`).join('、')}
					，现在浏览器里找不到了，可能被清理过。有备份文件的，可以在下面读回来。
				</p>
			)}
			<div role="status">
				{taken.map(({ what, entries }, i) => (
					<p class="notice calm" key={`${what}${i}`}>
						{what}{' '}
						<button
							type="button"
							onClick={() =>
								run(async () => {
									await bringBack(records, entries);
									setTaken((old) => old.filter((_, j) => j !== i));
								})
							}
						>
							撤销
						</button>
					</p>
				))}
			</div>
			<section>
				<h2>这台电脑上的自查</h2>
				{!here.begins && (
					<p>
						<a href={url.pilot()}>{nameOf(here.id)}</a>，单位和试点日期在<a href={url.facts}>档案资料</a>里填。
					</p>
				)}
				{unread > 0 && (
					<p class="notice">
						有 {unread}{' '}
						份自查这里读不出来，可能是更新的版本记下的，或者坏了；原样留着，没有动。可以用新版打开，也可以在“带回，合并，对比”里下载全部备份带走。
					</p>
				)}
				{own.length === 0 && (
					<p>
						还没有。从下面选一张评分表开始；收到同事分给你填的文件，<a href="#bring">在这里打开</a>。
					</p>
				)}
				{[own, ...others].map(
					(some) =>
						some.length > 0 && (
							<div key={some[0]?.pilot}>
								{some !== own && (
									<h3>
										<a href={url.pilot(some[0]?.pilot)}>{nameOf(some[0]?.pilot ?? '')}</a>
									</h3>
								)}
								<ul class="check-list">
									{some.map((check) => (
										<CheckRow
											key={check.id}
											check={check}
											all={entries}
											table={tables.find(({ id }) => id === check.rubric)}
											rename={(name) => run(() => renameCheck(records, check, name))}
											copy={() => run(() => copyCheck(records, check))}
											remove={() =>
												run(async () => {
													await deleteCheck(records, check);
													forgetTrail(check.id);
												})
											}
										/>
									))}
								</ul>
							</div>
						),
				)}
			</section>
			<section>
				<NewCheck
					tables={tables}
					start={async (name, table) => {
						// A page of its own keeps what can only be kept in memory.
						if (memoryOnly !== undefined) location.assign(url.checkTable(table));
						else {
							const asked = tables.find(({ id }) => id === table);
							if (asked) location.assign(url.check(table, (await startCheck(records, asked, name)).id));
						}
					}}
				/>
			</section>
			{trashIn(entries).length > 0 && <Later load={trash} props={{ records, all: entries, changed: lookAgain }} />}
			<StorageStatus state={storageState(entries)} memoryOnly={memoryOnly} />
			<section id="bring">
				<h2>带回，合并，对比</h2>
				<p>读回备份，合并同事填好的部分，对比两份自查，下载全部备份。带回来之前先看会改什么，改了也能撤销。</p>
				{memoryOnly === undefined ? (
					<Later
						key={`${bringing}`}
						ask={bringing ? undefined : '打开'}
						load={load}
						props={{ records, tables, facts, changed: () => void lookAgain() }}
					/>
				) : (
					<p class="notice calm">现在存不下内容，读回来的自查打不开。{sayNoStorage(memoryOnly)}</p>
				)}
			</section>
			<Erase
				count={checks.length}
				erase={() =>
					take('这台电脑上的试点、自查、现场检查清单和练习记录都清除了。离开这一页之前可以撤销。', async () => {
						const all = await eraseAll(records);
						forgetPilot();
						forgetTrail();
						return all;
					})
				}
			/>
		</>
	);
}
