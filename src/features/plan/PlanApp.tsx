import { useEffect, useState } from 'preact/hooks';
import { barsIn } from '../../forms/checks/bars.ts';
import { absorbLastWords, follow } from '../../kept/engine.ts';
import type { Entry } from '../../kept/kind.ts';
import { openKept } from '../../kept/open.ts';
import { factsIn, nameOfPilot } from '../../pilots/facts.ts';
import { openPilot, pilotHere } from '../../pilots/pilots.ts';
import { toldOf } from '../../pilots/told.ts';
import type { PlanData } from '../../planning/plan-data.ts';
import { toldDays } from '../../planning/told-days.ts';
import { supply } from '../../supply/supply.ts';
import { NotRead } from '../../ui/NotRead.tsx';
import { ready } from '../../ui/ready.ts';
import { today } from '../../ui/today.ts';
import { url } from '../../url.ts';
import { Dates } from './Dates.tsx';

interface Here {
	id: string;
	all: readonly Entry[];
}

/** What the rules make of the days that a pilot told: nothing is stored here. */
export function PlanApp({ root }: { root: HTMLElement }) {
	const [here, setHere] = useState<Here>();
	const [data, setData] = useState<PlanData>();
	const [failed, setFailed] = useState(false);
	const [day, setDay] = useState(today);
	useEffect(() => {
		const opening = (async () => {
			const kept = await openKept();
			await absorbLastWords(kept);
			const look = async () => {
				const all = await kept.all();
				const { id } = pilotHere(all, new URLSearchParams(location.search).get('pilot'));
				openPilot(id, all);
				setHere({ all, id });
			};
			setData(await supply<PlanData>('periods'));
			await look();
			ready(root);
			return follow(
				kept,
				() => true,
				() => void look(),
			);
		})().catch(() => {
			setFailed(true);
			ready(root);
			return undefined;
		});
		return () => void opening.then((end) => end?.());
	}, []);
	useEffect(() => {
		// Midnight passes while the page is open.
		const turn = setInterval(() => setDay(today()), 30_000);
		return () => clearInterval(turn);
	}, []);
	if (failed) return <NotRead what="本机的记录或者期限没有读到，现在不能推算" />;
	if (!here || !data) return <p role="status">正在打开本机的记录……</p>;
	const kept = new Map(here.all);
	const said = toldOf(here.all, here.id, day);
	const told = toldDays(data.events, said);
	const bars = barsIn(said);
	return (
		<>
			<p>
				<a href={url.pilot(here.id)}>{nameOfPilot(factsIn(here.id, (key) => kept.get(key)))}</a>
				：照<a href={url.facts}>档案资料</a>和<a href={url.forms}>各张表</a>里填的日期推算，今天是 {day}。
			</p>
			{bars.map(({ text }) => (
				<p key={text} class="bars">
					<b>现在还不能提出评估申请：</b>
					{text}
				</p>
			))}
			<Dates {...{ data, told, day }} />
		</>
	);
}
