import type { Keeping } from '../kept/engine.ts';
import { allSetAside, openRivals } from '../kept/lineage.ts';
import type { LineRecord } from '../schemas/saved-check.ts';
import type { EvidenceRecord } from '../schemas/saved-evidence.ts';
import type { FormRecord } from '../schemas/saved-form.ts';
import type { FactRecord } from '../schemas/saved-pilot.ts';
import type { SetAside, Shared } from '../schemas/saved-shared.ts';
import type { WalkRecord } from '../schemas/saved-walk.ts';
import { clock } from '../ui/clock.ts';
import { dayOf } from '../ui/today.ts';
import { useStore } from '../ui/use-store.ts';
import { differences, type NameOf, sayBy } from './say.ts';
import { type Told, toldEvidence, toldFact, toldForm, toldLine, toldWalk } from './told.ts';

interface Place<T extends Shared> {
	keeping: Pick<Keeping<T>, '$entries' | '$arrived' | 'of' | 'edit'>;
	id: string;
	/** What an entry of the register is called, where the record cites some. */
	nameOf?: NameOf;
}

/* What comes to a page when there is something to settle; few ever see it. */
export const SettleLine = (place: Place<LineRecord>) => <Settle told={toldLine} {...place} />;
export const SettleWalk = (place: Place<WalkRecord>) => <Settle told={toldWalk} {...place} />;
export const SettleEvidence = (place: Place<EvidenceRecord>) => <Settle told={toldEvidence} {...place} />;
export const SettleFact = (place: Place<FactRecord>) => <Settle told={toldFact} {...place} />;

export const SettleForm = (place: Place<FormRecord>) => <Settle told={toldForm} {...place} />;

/** What another window wrote at the same time, and what a colleague's file says: both are kept until someone chooses. */
function Settle<T extends Shared>({ told, keeping, id, nameOf }: Place<T> & { told: Told<T> }) {
	useStore(keeping.$entries, (entries) => entries[id]);
	const record = keeping.of(id);
	const edit = (change: Partial<T>) => {
		keeping.edit(id, change);
		keeping.$arrived.set([id]);
	};
	const settle = (each: SetAside, change: object = {}) =>
		edit({ ...change, setAside: record.setAside.filter((other) => other !== each) } as Partial<T>);
	const choose = (version: T) => {
		const said = Object.keys(told.fields).map((field) => [field, version[field as keyof T]]);
		edit({ ...Object.fromEntries(said), setAside: allSetAside(record), rivals: [] } as unknown as Partial<T>);
	};
	return (
		<>
			{openRivals(record).map((rival) => (
				<Rival key={rival.updatedAt} {...{ told, record, rival, choose, nameOf }} />
			))}
			{record.setAside.map((each) => (
				<Aside
					key={`${each.field} ${each.at}`}
					{...{ told, each, nameOf }}
					change={taken(told, record, each)}
					settle={(change) => settle(each, change)}
				/>
			))}
		</>
	);
}

/** What was set aside, in its place; what is one of a list at its end where it was taken away. Not what fits nowhere. */
function taken<T extends Shared>({ kind, fields }: Told<T>, record: T, { field, value }: SetAside): object | undefined {
	const { lists = {} } = kind;
	const list = Object.keys(lists).find((each) => field.startsWith(`${lists[each]} `));
	const now = list === undefined ? [] : (record[list as keyof T] as { id: string }[]);
	const id = field.slice(field.indexOf(' ') + 1);
	const known = now.some((old) => old.id === id);
	const change =
		list === undefined
			? { [field]: value }
			: { [list]: known ? now.map((old) => (old.id === id ? value : old)) : [...now, value] };
	return Object.keys(fields).includes(list ?? field) && kind.is({ ...record, ...change }) ? change : undefined;
}

interface AsideProps<T extends Shared> {
	told: Told<T>;
	nameOf: NameOf | undefined;
	each: SetAside;
	/** What taking it changes; nothing where it fits nowhere. */
	change: object | undefined;
	settle: (change?: object) => void;
}

const Aside = <T extends Shared>({ told, nameOf, each: { field, value, at }, change, settle }: AsideProps<T>) => (
	<div class="notice" role="alert">
		<p>
			{clock(at)} 还有另一种写法的{new Map(Object.entries(told.fields)).get(field) ?? told.one ?? told.name}
			，两份都留着：
		</p>
		<blockquote>{change ? sayBy(told, value, nameOf) : JSON.stringify(value)}</blockquote>
		<p class="tools">
			<button type="button" onClick={() => settle()}>
				留现在的
			</button>
			{change && (
				<button type="button" onClick={() => settle(change)}>
					换成那一份
				</button>
			)}
		</p>
	</div>
);

interface RivalProps<T extends Shared> {
	told: Told<T>;
	nameOf: NameOf | undefined;
	record: T;
	rival: T;
	choose: (version: T) => void;
}

/** What a colleague's file says, beside what stands here. */
const Rival = <T extends Shared>({ told, nameOf, record, rival, choose }: RivalProps<T>) => (
	<div class="notice" role="alert">
		<p>
			带回来的文件里，{told.name}写的不一样（{dayOf(rival.updatedAt)}），两份都留着，由你来定：
		</p>
		<table>
			<thead>
				<tr>
					<td />
					<th scope="col">这里的</th>
					<th scope="col">文件里的</th>
				</tr>
			</thead>
			<tbody>
				{differences(told, record, rival, nameOf).map(({ name, mine, theirs }) => (
					<tr key={name}>
						<th scope="row">{name}</th>
						<td>{mine}</td>
						<td>{theirs}</td>
					</tr>
				))}
			</tbody>
		</table>
		<p class="tools">
			<button type="button" onClick={() => choose(record)}>
				留这里的
			</button>
			<button type="button" onClick={() => choose(rival)}>
				用文件里的
			</button>
			{told.both && (
				<button type="button" onClick={() => told.both && choose(told.both.of(record, rival))}>
					{told.both.name}
				</button>
			)}
		</p>
	</div>
);
