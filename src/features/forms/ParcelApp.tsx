import { useEffect, useState } from 'preact/hooks';
import { goodChecks } from '../../checks/checks.ts';
import { barsIn } from '../../forms/checks/bars.ts';
import type { Listed } from '../../forms/cover-list.ts';
import { isFilled, type Saying } from '../../forms/said.ts';
import { absorbLastWords, follow } from '../../kept/engine.ts';
import { type Entry, goodOf, readAll } from '../../kept/kind.ts';
import { form as formKind } from '../../kept/kinds/form.ts';
import { type Kept, openKept } from '../../kept/open.ts';
import { factsIn, nameOfPilot } from '../../pilots/facts.ts';
import { openPilot, pilotHere } from '../../pilots/pilots.ts';
import { toldOf } from '../../pilots/told.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { sayNoStorage } from '../../strings/no-storage.ts';
import { download } from '../../ui/download.ts';
import { Later } from '../../ui/Later.tsx';
import { NotRead } from '../../ui/NotRead.tsx';
import { ready } from '../../ui/ready.ts';
import { today } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { emptyPlaces, questionsIn } from './annex-live.ts';
import type { LivePlace } from './form-page.ts';

export interface OfferedForm extends Listed {
	id: string;
	places: LivePlace[];
}

interface Props {
	root: HTMLElement;
	forms: readonly OfferedForm[];
}

interface Here {
	id: string;
	all: readonly Entry[];
}

function sayingIn({ all, id }: Here, form: string): Saying {
	const { fact } = toldOf(all, id, today());
	const own = goodOf(readAll(formKind, all, `${formKind.prefix}${id} ${form} `));
	return { fact, own: (field) => own[field] };
}

/** How far each form is filled, and all that is to be handed in as one file. */
export function ParcelApp({ root, forms }: Props) {
	const [records, setRecords] = useState<Kept>();
	const [here, setHere] = useState<Here>();
	const [failed, setFailed] = useState(false);
	useEffect(() => {
		const look = async (from: Kept) => {
			const all = await from.all();
			const { id } = pilotHere(all, new URLSearchParams(location.search).get('pilot'));
			openPilot(id, all);
			for (const form of forms) {
				const saying = sayingIn({ all, id }, form.id);
				const count = questionsIn(form.places);
				const said = root.querySelector(`[data-form="${form.id}"]`);
				if (said) said.textContent = `${count} 栏填了 ${count - emptyPlaces(form.places, saying).length}。`;
			}
			const bars = root.querySelector('[data-bars]');
			if (bars) {
				const said = barsIn(toldOf(all, id, today()));
				bars.textContent = said.map(({ lead, text }) => lead + text).join('');
			}
			setHere({ all, id });
		};
		const opening = (async () => {
			const kept = await openKept();
			await absorbLastWords(kept);
			await look(kept);
			setRecords(kept);
			ready(root);
			return follow(
				kept,
				() => true,
				() => void look(kept),
			);
		})();
		const opened = opening.catch(() => {
			setFailed(true);
			ready(root);
			return undefined;
		});
		return () => void opened.then((end) => end?.());
	}, []);
	if (records && here) return <Parcel {...{ records, here, forms }} />;
	return <p role="status">{failed ? '本机的记录没有读到，现在不能打包。请刷新再试。' : '正在打开本机的记录……'}</p>;
}

const nextDays = () => import('../../pilots/NextDays.tsx').then(({ NextDays }) => NextDays);

const isBegun = ({ places }: OfferedForm, saying: Saying): boolean =>
	places.some((place) => place.field && isFilled(place, saying));

function Parcel({ records, here, forms }: { records: Kept; here: Here; forms: readonly OfferedForm[] }) {
	const memoryOnly = useStore(records.$memoryOnly);
	const begun = forms.filter((form) => isBegun(form, sayingIn(here, form.id))).map(({ id }) => id);
	const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
	const isChosen = (id: string) => turned.get(id) ?? begun.includes(id);
	const checks = goodChecks(here.all).filter(({ pilot, part }) => pilot === here.id && !part);
	const [check, setCheck] = useState<string | undefined>();
	const chosenCheck: Check | undefined = checks.find(({ id }) => id === (check ?? checks[0]?.id));
	const [said, setSaid] = useState('');
	const [failed, setFailed] = useState(false);
	const kept = new Map(here.all);
	const facts = factsIn(here.id, (key) => kept.get(key));
	const wanted = forms.filter(({ id }) => isChosen(id));
	const save = async () => {
		setFailed(false);
		if (wanted.length === 0 && !chosenCheck) {
			setSaid('还没有选，请先勾上要放进去的材料。');
			return;
		}
		setSaid('正在打包……');
		const { parcel } = await import('./parcel.ts');
		const zip = await parcel({
			pilot: facts.pilot,
			forms: wanted,
			check: chosenCheck,
			all: here.all,
			sayingOf: (form) => sayingIn(here, form),
			today: today(),
		});
		const parts = { unit: facts.unit, table: '', check: facts.pilot, what: '申报材料包', day: today(), ending: 'zip' };
		setSaid(download(parts, zip) ? '打包好了，在浏览器的下载里。' : '');
	};
	return (
		<section class="parcel">
			<h2>什么时候</h2>
			<Later load={nextDays} props={{ all: here.all, pilot: here.id }} />
			<p>
				<a href={url.plan()}>所有的日期，各按哪一条</a>
			</p>
			<h2>申报材料包</h2>
			{memoryOnly !== undefined && (
				<p class="notice" role="alert" data-why={memoryOnly}>
					{sayNoStorage(memoryOnly)}
				</p>
			)}
			<p>
				{nameOfPilot(facts)}：把要交的做成一个压缩文件，里面是一份清单和勾上的各份 Word
				文件。份数和由谁签字、盖章写在清单里。
			</p>
			<fieldset class="bare">
				<legend>表格和报告</legend>
				{forms.map(({ id, name }) => (
					<label key={id} class="opt">
						<input
							type="checkbox"
							checked={isChosen(id)}
							onChange={({ currentTarget: { checked } }) => setTurned((now) => new Map(now).set(id, checked))}
						/>
						<span>{name}</span>
					</label>
				))}
			</fieldset>
			{checks.length > 0 && (
				<label>
					自评表、迎评材料目录、整改清单取自
					<select value={chosenCheck?.id ?? ''} onChange={({ currentTarget: { value } }) => setCheck(value)}>
						{checks.map(({ id, name }) => (
							<option key={id} value={id}>
								{name}
							</option>
						))}
						<option value="">不放自查的表</option>
					</select>
				</label>
			)}
			<p class="tools">
				<button
					type="button"
					class="primary"
					onClick={() =>
						void save().catch(() => {
							setSaid('');
							setFailed(true);
						})
					}
				>
					下载申报材料包
				</button>
			</p>
			<p role="status">{said}</p>
			{failed && <NotRead what="没有打包成" />}
		</section>
	);
}
