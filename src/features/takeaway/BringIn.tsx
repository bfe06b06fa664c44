import { useEffect, useMemo, useState } from 'preact/hooks';
import { checksIn } from '../../checks/saved.ts';
import { canonical } from '../../digest.ts';
import { nameOfEntry } from '../../evidence/papers.ts';
import { freshId, here, nameOfBrowser, writerIn } from '../../kept/ids.ts';
import { read } from '../../kept/kind.ts';
import { evidence } from '../../kept/kinds/evidence.ts';
import type { Kept } from '../../kept/open.ts';
import { useForms } from '../../papers/use-table-forms.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { url } from '../../url.ts';
import type { KnownTable } from './BringBack.tsx';
import { bringIn, type Choices, type Fate, type Job, jobsOf, type Outcome, othersOf } from './bring-in.ts';
import { Conflicts } from './Conflicts.tsx';
import { type Before, carryOut, lastImport, NotAsShown, undo } from './carry-out.ts';
import { type Homes, homesOf, inHomes } from './homes.ts';
import { JobPreview } from './JobPreview.tsx';
import { isTold, OthersPreview } from './OthersPreview.tsx';
import { PilotsPreview } from './PilotsPreview.tsx';
import { type BroughtFile, type BroughtRecord, NotTaken, readFile } from './read-file.ts';

interface Refused {
	name: string;
	why: string;
}

/** Files that were chosen, and what is stored at that moment. */
interface Chosen {
	files: BroughtFile[];
	/** The pilots that those of the files are. */
	homes: Homes;
	refused: Refused[];
	stored: ReadonlyMap<string, unknown>;
	jobs: Job[];
	others: BroughtRecord[];
}

interface Props {
	records: Kept;
	tables: readonly KnownTable[];
	facts: { readonly [fact: string]: string };
	changed: () => void;
}

/** Reading files back: chosen, looked at, brought in, undone. */
export function BringIn({ records, tables, facts, changed }: Props) {
	const [chosen, setChosen] = useState<Chosen>();
	const [choices, setChoices] = useState<Choices>(new Map());
	const [before, setBefore] = useState<Before>();
	const [said, setSaid] = useState('');
	const [arrived, setArrived] = useState<Outcome>();
	const forms = useForms(chosen?.jobs.map(({ incoming }) => incoming.check.rubric) ?? []);
	useEffect(() => {
		lastImport(records).then(setBefore, () => undefined);
	}, []);

	const take = async (list: readonly File[]) => {
		setSaid('');
		setArrived(undefined);
		setChoices(new Map());
		const read = await Promise.all(list.map((file) => readOne(file, tables)));
		const files = read.flatMap(({ file }) => file ?? []);
		const stored = new Map(await records.all());
		const refused = read.flatMap(({ refused }) => refused);
		setChosen({ files, refused, stored, ...goingTo(homesOf(files, stored), files, stored) });
	};
	const wanted = {
		files: chosen?.files.map(({ name }) => name) ?? [],
		jobs: chosen?.jobs ?? [],
		others: chosen?.others ?? [],
		choices,
		shown: chosen?.stored ?? new Map(),
	};
	const outcome = useMemo(
		() =>
			chosen &&
			bringIn(chosen.stored, { ...wanted, now: new Date(), here: writerIn(nameOfBrowser(chosen.stored.get(here))) }),
		[chosen, choices],
	);
	/** Another window wrote since: what was chosen for what is as it was still holds. */
	const showAnew = async () => {
		if (!chosen) return;
		const stored = new Map(await records.all());
		const same = (key: string) => canonical(stored.get(key)) === canonical(chosen.stored.get(key));
		setChoices(new Map([...choices].filter(([key]) => same(key))));
		setChosen({ ...chosen, stored });
		setSaid('还没有带回来：另一个窗口刚才又改了内容。上面已经换成现在的样子，请再看一遍，再点“带回来”。');
	};
	const bring = async () => {
		const done = await carryOut(records, wanted).catch((error) => {
			if (error instanceof NotAsShown) return undefined;
			throw error;
		});
		if (!done) {
			await showAnew();
			return;
		}
		const open = done.conflicts.filter(({ key }) => !choices.has(key)).length;
		setChosen(undefined);
		setBefore(await lastImport(records));
		setSaid(sayDone(done, open));
		setArrived(done);
		changed();
	};
	const back = async (last: Before) => {
		const { stayed } = await undo(records, last);
		setBefore(undefined);
		setArrived(undefined);
		setSaid(stayed > 0 ? `撤销了。之后又改过的 ${stayed} 项没有动。` : '撤销了，和带回之前一样。');
		changed();
	};
	const run = (work: () => Promise<void>, failure: string) => void work().catch(() => setSaid(failure));

	return (
		<section>
			<h3>把文件带回来</h3>
			<label class="file-field">
				选同事分给你、或者交回来的文件，或者备份文件（名字以 .json 结尾，可以一次选几份）
				<input
					type="file"
					multiple
					accept=".json,application/json"
					onChange={({ currentTarget }) => {
						const files = [...(currentTarget.files ?? [])];
						// So that the same file can be chosen again.
						currentTarget.value = '';
						if (files.length > 0) run(() => take(files), '文件没有读出来，请再选一次。本机的内容没有动。');
					}}
				/>
			</label>
			<details>
				<summary>没有文件，只有复制来的备份内容</summary>
				<label class="file-field">
					粘贴在这里
					<textarea
						rows={3}
						onInput={({ currentTarget: { value } }) => {
							if (value.trim() === '') {
								setChosen(undefined);
								return;
							}
							const pasted = new File([value], '粘贴的内容', { type: 'application/json' });
							run(() => take([pasted]), '粘贴的内容没有读出来，请再粘贴一次。本机的内容没有动。');
						}}
					/>
				</label>
			</details>
			<p class="small">选了只是先看，点“带回来”才会写进这台电脑。</p>
			{chosen?.refused.map(({ name, why }) => (
				<p class="notice" role="alert" key={name + why}>
					没有带回“{name}”：{why}本机的内容没有动。
				</p>
			))}
			{chosen && outcome && chosen.files.some(({ checks, others }) => checks.length + others.length > 0) && (
				<div class="preview">
					<h4>会改这些</h4>
					{outcome.jobs.map((fate, i) => (
						<JobPreview
							key={`${fate.job.file} ${i}`}
							fate={fate}
							form={forms.get(fate.job.incoming.check.rubric)}
							table={tables.find(({ id }) => id === fate.job.incoming.check.rubric)}
							checks={checksOf(chosen.stored, fate.job.incoming.check.rubric)}
							move={(to) => {
								setChoices(new Map());
								setChosen({ ...chosen, jobs: replaced(chosen.jobs, i, to) });
							}}
						/>
					))}
					<PilotsPreview
						{...chosen}
						move={(homes) => {
							setChoices(new Map());
							setChosen({ ...chosen, ...goingTo(homes, chosen.files, chosen.stored) });
						}}
					/>
					<OthersPreview files={chosen.files} others={outcome.others} />
					<Conflicts
						{...{ outcome, choices, forms, facts, stored: chosen.stored }}
						nameOf={namesIn(chosen)}
						rubricOf={rubricOf(outcome)}
						choose={setChoices}
					/>
					{outcome.entries.length === 0 ? (
						<p>
							<b>和本机的一样，带回来什么也不会变。</b>
						</p>
					) : (
						<p class="tools">
							<button
								type="button"
								class="primary"
								onClick={() => run(bring, '没有带回来，浏览器不允许保存。本机的内容没有动。')}
							>
								带回来
							</button>
							<button type="button" onClick={() => setChosen(undefined)}>
								不带回
							</button>
						</p>
					)}
				</div>
			)}
			<p role="status">{said}</p>
			{arrived && <Arrived {...arrived} />}
			{before && before.changed.length > 0 && !chosen && (
				<p class="notice calm">
					上一次带回（{new Date(before.at).toLocaleString('zh-CN')}，{before.files.join('、')}）之前的样子还留着。{' '}
					<button type="button" onClick={() => run(() => back(before), '没有撤销成，浏览器不允许保存。')}>
						撤销这次带回
					</button>
				</p>
			)}
		</section>
	);
}

/** What is brought in where the pilots of the files are those. */
function goingTo(homes: Homes, files: readonly BroughtFile[], stored: ReadonlyMap<string, unknown>) {
	const there = inHomes(files, homes);
	return { homes, jobs: jobsOf(there, stored), others: othersOf(there, stored) };
}

/** What the entries of registers are called, here or in the files. */
function namesIn({ stored, others }: Chosen): (id: string) => string {
	const all = [...stored, ...others.map(({ key, value }) => [key, value] as const)];
	const names = new Map(
		all.flatMap(([key, value]) => {
			const found = key.startsWith(evidence.prefix) ? read(evidence, value) : undefined;
			return found?.state === 'good' ? [[`${key.split(' ')[2]}`, nameOfEntry(found.value)] as const] : [];
		}),
	);
	return (id) => names.get(id) ?? '没有名称的材料';
}

const rubricOf = ({ jobs }: Outcome) => {
	const known = new Map(jobs.map(({ job }) => [job.into, job.incoming.check.rubric]));
	return (check: string) => known.get(check) ?? '';
};

const checksOf = (stored: ReadonlyMap<string, unknown>, rubric: string): Check[] =>
	checksIn([...stored]).flatMap((read) => (read.state === 'good' && read.value.rubric === rubric ? [read.value] : []));

const replaced = (jobs: readonly Job[], at: number, to: { into?: string; name?: string } | 'nowhere'): Job[] =>
	jobs.map((job, i) => {
		if (i !== at) return job;
		const { name: _, skip: __, ...rest } = job;
		return to === 'nowhere' ? { ...rest, skip: true } : { ...rest, ...to, into: to.into ?? freshId() };
	});

async function readOne(file: File, tables: readonly KnownTable[]): Promise<{ file?: BroughtFile; refused: Refused[] }> {
	try {
		const read = await readFile(file);
		const [known, foreign] = [true, false].map((wanted) =>
			read.checks.filter(({ check }) => tables.some(({ id }) => id === check.rubric) === wanted),
		);
		const refused = (foreign ?? []).map(({ check }) => ({
			name: `${file.name}：${check.name}`,
			why: `它按的评分表（${check.rubric}）这里没有，可能是更新的版本做的，请用新版打开。`,
		}));
		if (read.broken > 0) refused.push({ name: file.name, why: `里面有 ${read.broken} 份自查读不出来，请留好原文件。` });
		return { file: { ...read, checks: known ?? [] }, refused };
	} catch (error) {
		const why = error instanceof NotTaken ? error.message : '文件没有读出来，请再选一次。';
		return { refused: [{ name: file.name, why }] };
	}
}

/** Each record counts once, in however many files it was. */
function sayDone({ jobs, others }: Outcome, conflicts: number): string {
	const fates = new Map<string, Fate[]>();
	const count = (key: string, fate: Fate) => fates.set(key, [...(fates.get(key) ?? []), fate]);
	for (const { job, lines } of jobs) for (const { line, fate } of lines) count(`${job.into} ${line}`, fate);
	for (const { key, kind, fate } of others) if (isTold(kind)) count(key, fate);
	const all = [...fates.values()];
	const added = all.filter((each) => each.includes('new')).length;
	const updated = all.filter(
		(each) => !each.includes('new') && each.some((fate) => fate === 'newer' || fate === 'both'),
	);
	const open = conflicts > 0 ? `，${conflicts} 项两边都改过的都留着，打开那一项来定` : '';
	return `带回来了：新添 ${added} 项，更新 ${updated.length} 项${open}。`;
}

/** Where what came in is gone on with. */
function Arrived({ jobs }: Outcome) {
	const checks = [...new Map(jobs.filter(({ job }) => !job.skip).map((fate) => [fate.job.into, fate])).values()];
	return (
		<ul class="plain">
			{checks.map(({ job: { into, incoming } }) => {
				const { check, lines } = incoming;
				return (
					<li key={into}>
						{check.part && lines.size === 0 && `同事分给你填的 ${check.part.length} 项收到了，还没有填过。`}
						<a href={url.check(check.rubric, into)}>
							{check.part && lines.size === 0 ? '现在去填' : '打开'}“{check.name}”
						</a>
					</li>
				);
			})}
		</ul>
	);
}
