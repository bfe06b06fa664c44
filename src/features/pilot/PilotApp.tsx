import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { goodChecks } from '../../checks/checks.ts';
import { type Standing, sayStanding } from '../../checks/standing.ts';
import { useStandings } from '../../checks/use-standings.ts';
import { absorbLastWords, follow } from '../../kept/engine.ts';
import type { Entry } from '../../kept/kind.ts';
import { type Kept, openKept } from '../../kept/open.ts';
import { factsIn, nameOfPilot } from '../../pilots/facts.ts';
import { openPilot, pilotHere, pilotsIn } from '../../pilots/pilots.ts';
import { deletePilot, startPilot } from '../../pilots/whole-pilots.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { sayNoStorage } from '../../strings/no-storage.ts';
import { TrashList } from '../../trash/TrashList.tsx';
import { clearOutdated } from '../../trash/trash.ts';
import { Trouble } from '../../trouble/Trouble.tsx';
import { ready } from '../../ui/ready.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { ManyPilots } from './ManyPilots.tsx';
import { Rooms } from './Rooms.tsx';
import { walkIn } from './walk-state.ts';

/** A table that a check may follow, as far as it is named here. */
export interface Table {
	id: string;
	short: string;
}

interface Props {
	root: HTMLElement;
	tables: readonly Table[];
	/** How many problems a walk goes through. */
	problems: number;
}

/** What there is of the pilot that someone is at, and what is next. */
export function PilotApp(props: Props) {
	const [records, setRecords] = useState<Kept>();
	const [entries, setEntries] = useState<Entry[]>([]);
	const [id, setId] = useState('');
	const look = async (from: Kept, asked: string | null) => {
		const all = await from.all();
		const here = pilotHere(all, asked);
		openPilot(here.id, all);
		setId(here.id);
		setEntries(all);
	};
	useEffect(() => {
		const opening = (async () => {
			const kept = await openKept();
			await absorbLastWords(kept);
			await clearOutdated(kept);
			await look(kept, new URLSearchParams(location.search).get('pilot'));
			setRecords(kept);
			return follow(
				kept,
				() => true,
				() => void look(kept, null),
			);
		})();
		return () => void opening.then((end) => end());
	}, []);
	useLayoutEffect(() => {
		if (records) ready(props.root);
	}, [records]);
	if (!records) return <p role="status">正在打开本机的记录……</p>;
	return <Pilot {...props} {...{ records, entries, id }} turn={(to) => look(records, to)} />;
}

interface PilotProps extends Omit<Props, 'root'> {
	records: Kept;
	entries: readonly Entry[];
	id: string;
	/** To another pilot, or to what there is now. */
	turn: (to: string | null) => Promise<void>;
}

function Pilot({ tables, problems, records, entries, id, turn }: PilotProps) {
	const memoryOnly = useStore(records.$memoryOnly);
	const kept = new Map(entries);
	const facts = factsIn(id, (key) => kept.get(key));
	const pilots = pilotsIn(entries).map((pilot) => ({
		id: pilot.id,
		name: nameOfPilot(factsIn(pilot.id, (key) => kept.get(key))),
	}));
	const [checks, setChecks] = useState<Check[]>([]);
	useLayoutEffect(() => setChecks(goodChecks(entries).filter(({ pilot }) => pilot === id)), [entries, id]);
	const standings = useStandings(checks, entries);
	const walk = walkIn(entries, id, problems);
	const said = [
		facts.pilot.trim() && facts.unit.trim(),
		[facts.begins, facts.ends].some(Boolean) && `${facts.begins || '……'} 至 ${facts.ends || '……'}`,
	];
	return (
		<>
			{memoryOnly !== undefined && (
				<p class="notice" role="alert" data-why={memoryOnly}>
					{sayNoStorage(memoryOnly)}
				</p>
			)}
			<Trouble />
			<header class="pilot-head">
				<h2>{pilots.length === 0 ? '还没有试点' : nameOfPilot(facts)}</h2>
				<p class="small">
					{said.filter(Boolean).join(' · ')} <a href={url.facts}>档案资料</a>
				</p>
			</header>
			<Next {...{ checks, standings }} />
			<Rooms {...{ checks, standings, tables, walk, all: entries, pilot: id }} />
			<ManyPilots
				{...{ pilots, id }}
				holds={entries.some(([key]) => key !== `pilot ${id}` && key.includes(id))}
				open={turn}
				begin={async () => turn(await startPilot(records))}
				remove={async () => {
					await deletePilot(records, id);
					await turn(null);
				}}
			/>
			<TrashList {...{ records, all: entries, changed: () => turn(null) }} />
		</>
	);
}

interface NextProps {
	checks: readonly Check[];
	standings: ReadonlyMap<string, Standing>;
}

/** The one thing to go on with. */
function Next({ checks, standings }: NextProps) {
	const open = checks.find(({ id }) => (standings.get(id)?.open ?? 0) > 0);
	const standing = open && standings.get(open.id);
	return (
		<p class="tools next">
			{open && standing ? (
				<>
					<a class="primary" href={url.check(open.rubric, open.id)}>
						接着做：{open.name}
					</a>
					<span class="small">{sayStanding(standing)}</span>
				</>
			) : (
				checks.length === 0 && (
					<>
						<a class="primary" href={url.facts}>
							先填档案资料
						</a>
						<a href={url.checks}>开始一份自查</a>
						<a href={`${url.checks}#bring`}>收到同事发来的文件，在这里打开</a>
					</>
				)
			)}
		</p>
	);
}
