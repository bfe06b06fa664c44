import { useState } from 'preact/hooks';
import { readDate, sayDate } from '../../dates/written-date.ts';
import { bare, type Known, present } from '../../evidence/match.ts';
import { nameOfEntry, type Register } from '../../evidence/papers.ts';
import type { Use } from '../../evidence/uses.ts';
import { freshId } from '../../kept/ids.ts';
import { unsettled } from '../../settling/unsettled.ts';
import { sayFate } from '../../trouble/say-fate.ts';
import { Later } from '../../ui/Later.tsx';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { EntryFields } from './EntryFields.tsx';
import type { EvidenceSession } from './evidence-session.ts';

interface Props {
	session: EvidenceSession;
	register: Register;
	uses: ReadonlyMap<string, readonly Use[]>;
	labels: { readonly [table: string]: { readonly [line: string]: string } };
}

/** Few ever see it. */
const settle = () => import('../../settling/Settle.tsx').then(({ SettleEvidence }) => SettleEvidence);

/** So many are drawn at first; more when asked. */
const page = 100;

const filters = {
	all: { name: '全部', of: () => true },
	unused: { name: '没有用到的', of: (_: Known, uses: readonly Use[]) => uses.length === 0 },
	bare: { name: '只有名称的', of: ({ entry }: Known) => !entry.number && !entry.date && !entry.kept },
	unstamped: { name: '没有记盖章的', of: ({ entry }: Known) => !entry.stamped },
} as const;

type Filter = keyof typeof filters;

/** The entries: looked for, changed, taken away and brought back, and what each is used for. */
export function RegisterList({ session, register, uses, labels }: Props) {
	const [typed, setTyped] = useState('');
	const [filter, setFilter] = useState<Filter>('all');
	const [shown, setShown] = useState(page);
	const [open, setOpen] = useState<string>();
	const [asking, setAsking] = useState<string>();
	const fates = useStore(session.$fates);
	const memoryOnly = useStore(session.$memoryOnly);
	const words = bare(typed);
	const usesOf = (id: string) => uses.get(id) ?? [];
	const all = present(register).sort(
		(a, b) => compare(a.entry.code, b.entry.code) || compare(a.entry.name, b.entry.name),
	);
	const found = all.filter(
		(known) =>
			filters[filter].of(known, usesOf(known.id)) &&
			[known.entry.name, known.entry.number, known.entry.kept, known.entry.code].some((text) =>
				bare(text).includes(words),
			),
	);
	const remove = (id: string) => {
		session.edit(id, { gone: true });
		setAsking(undefined);
	};
	const holdsSomething = ({ id, entry }: Known) =>
		usesOf(id).length > 0 ||
		[entry.number, entry.date, entry.kept, entry.copies, entry.note].some((text) => text.trim());
	const gone = Object.entries(register).filter(([, entry]) => entry?.gone);
	const add = () => {
		const id = freshId();
		session.edit(id, { name: typed.trim() });
		setTyped('');
		setFilter('all');
		setOpen(id);
	};
	return (
		<section>
			<h2>材料</h2>
			<div class="tools">
				<label>
					找一份，或者写新材料的名称
					<input
						type="text"
						maxLength={200}
						value={typed}
						onInput={({ currentTarget }) => setTyped(currentTarget.value)}
					/>
				</label>
				<button type="button" onClick={add}>
					添一份{typed.trim() && `“${typed.trim()}”`}
				</button>
			</div>
			<fieldset class="bare filters" aria-label="只看一部分">
				{(Object.keys(filters) as Filter[]).map((name) => (
					<button key={name} type="button" aria-pressed={name === filter} onClick={() => setFilter(name)}>
						{filters[name].name}
					</button>
				))}
			</fieldset>
			{all.length === 0 && <p>还没有材料。写一个名称添一份，或者在下面从 Excel 表格里一次粘贴进来。</p>}
			{all.length > 0 && found.length === 0 && <p role="status">没有这样的材料。</p>}
			<ul class="register">
				{found.slice(0, shown).map(({ id, entry }) => (
					<li key={id} data-entry={id}>
						<p class="paper-row">
							<span>
								{entry.code && <b>{entry.code} </b>}
								{nameOfEntry(entry)}{' '}
								<span class="small">
									{[entry.number, sayDate(entry.date), entry.kept && `存放处：${entry.kept}`, entry.stamped && '已盖章']
										.filter(Boolean)
										.join('，')}
								</span>
								{entry.date && readDate(entry.date) === undefined && (
									<span class="small">（日期没有认出来，原样留着）</span>
								)}
							</span>
							<span class="paper-tools">
								<button
									type="button"
									aria-expanded={open === id}
									aria-label={`${open === id ? '收起' : '改'}${nameOfEntry(entry)}`}
									onClick={() => setOpen(open === id ? undefined : id)}
								>
									{open === id ? '收起' : '改'}
								</button>
								<button
									type="button"
									aria-label={`删掉${nameOfEntry(entry)}`}
									onClick={() => (holdsSomething({ id, entry }) ? setAsking(id) : remove(id))}
								>
									删掉
								</button>
							</span>
						</p>
						{asking === id && (
							<p class="notice" role="alert">
								删掉“{nameOfEntry(entry)}”？
								{usesOf(id).length > 0 && `它用在 ${usesOf(id).length} 处，那几项就少一份佐证。`}
								删掉的可以在下面拿回。{' '}
								<button type="button" onClick={() => remove(id)}>
									确定删掉
								</button>{' '}
								<button type="button" onClick={() => setAsking(undefined)}>
									不删
								</button>
							</p>
						)}
						<p class="small">
							{usesOf(id).length === 0
								? '还没有用到'
								: usesOf(id).map(({ check, line }) => (
										<a key={`${check.id} ${line}`} href={`${url.check(check.rubric, check.id)}#${line}`}>
											{labels[check.rubric]?.[line] ?? line}
										</a>
									))}
						</p>
						{unsettled(entry) && <Later load={settle} props={{ keeping: session, id }} />}
						{open === id && <EntryFields {...{ session, id }} />}
						{fates[id]?.state === 'failed' && <p class="notice">{sayFate(fates[id], memoryOnly)}</p>}
					</li>
				))}
			</ul>
			{found.length > shown && (
				<button type="button" onClick={() => setShown(shown + page)}>
					再看 {Math.min(page, found.length - shown)} 份（共 {found.length} 份）
				</button>
			)}
			{gone.length > 0 && (
				<details>
					<summary>删掉的 {gone.length} 份，可以拿回</summary>
					<ul class="plain">
						{gone.map(([id, entry]) => (
							<li key={id} class="tools">
								{nameOfEntry(entry)}
								<button
									type="button"
									aria-label={`拿回${nameOfEntry(entry)}`}
									onClick={() => session.edit(id, { gone: false })}
								>
									拿回
								</button>
							</li>
						))}
					</ul>
				</details>
			)}
		</section>
	);
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
