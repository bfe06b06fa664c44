import { useState } from 'preact/hooks';
import { paperColumns } from '../../checks/saved.ts';
import { readDate, sayDate } from '../../dates/written-date.ts';
import { AddPaper } from '../../evidence/AddPaper.tsx';
import { EntryName } from '../../evidence/EntryName.tsx';
import { nameOfEntry, type Paper, papersOf, standsFor } from '../../evidence/papers.ts';
import { TypicalList } from '../../evidence/TypicalList.tsx';
import { freshId } from '../../kept/ids.ts';
import type { Cite } from '../../schemas/saved-check.ts';
import { useStore } from '../../ui/use-store.ts';
import type { Session } from './session.ts';

export interface PapersProps {
	session: Session;
	line: string;
	label: string;
	/** The table that the line is of. */
	table: string;
	/** The lines before and after, in the order of the table. */
	around: readonly string[];
}

/** The papers that prove a line: chosen from the register or added to it, put in order, taken away and brought back. */
export function Papers({ session, line, label, table, around }: PapersProps) {
	const { papers: cites = [] } = useStore(session.$lines, (lines) => lines[line]) ?? {};
	const register = useStore(session.register.$entries);
	const papers = papersOf(cites, register);
	const [taken, setTaken] = useState<{ cite: Cite; at: number; name: string }>();
	/** Changes what there is now: a key may come before what the last one did is drawn. */
	const change = (work: (now: Cite[]) => Cite[]) => session.edit(line, { papers: work(session.of(line).papers) });
	const is = (id: string) => (cite: Cite) => standsFor(cite.id, session.register.$entries.get()) === id;
	const move = (at: number, by: number) =>
		change((now) => {
			const next = [...now];
			const [cite] = next.splice(at, 1);
			if (cite) next.splice(at + by, 0, cite);
			return next;
		});
	const cite = (id: string) => change((now) => [...now, { id, note: '' }]);
	const create = (name: string) => {
		const id = freshId();
		// The entry first: what cites it is never stored without it.
		session.register.edit(id, { name });
		cite(id);
	};
	const remove = (paper: Paper, at: number) => {
		const mine = cites.find(is(paper.id));
		if (mine) setTaken({ cite: mine, at, name: nameOfEntry(paper) });
		change((now) => now.filter((each) => !is(paper.id)(each)));
	};
	return (
		<fieldset class="paper-list">
			<legend>佐证材料{papers.length > 0 && `（${papers.length} 份）`}</legend>
			{papers.map((paper, i) => (
				<PaperRow
					key={paper.id}
					{...{ session, paper, i }}
					last={i === papers.length - 1}
					note={cites.find(is(paper.id))?.note ?? ''}
					say={(note) => change((now) => now.map((each) => (is(paper.id)(each) ? { ...each, note } : each)))}
					move={(by) => move(i, by)}
					remove={() => remove(paper, i)}
				/>
			))}
			<AddPaper
				register={register}
				cited={cites.map(({ id }) => id)}
				near={around.flatMap((other) => session.of(other).papers.map(({ id }) => id))}
				label={label}
				cite={cite}
				create={create}
			/>
			<TypicalList
				{...{ table, line, register, papers, cite, create }}
				remove={(id) => {
					const at = papers.findIndex((paper) => paper.id === id);
					const paper = papers[at];
					if (paper) remove(paper, at);
				}}
			/>
			{taken && (
				<p class="tools">
					<button
						type="button"
						onClick={() => {
							change((now) => [...now.slice(0, taken.at), taken.cite, ...now.slice(taken.at)]);
							setTaken(undefined);
						}}
					>
						拿回“{taken.name}”
					</button>
				</p>
			)}
		</fieldset>
	);
}

export { loadTypical } from '../../evidence/typical.ts';

interface RowProps {
	session: Session;
	paper: Paper;
	i: number;
	last: boolean;
	/** What is said of it for this line alone. */
	note: string;
	say: (note: string) => void;
	move: (by: number) => void;
	remove: () => void;
}

const fields = paperColumns.filter(([field]) => field !== 'name' && field !== 'note');

/** One paper in one row, until someone wants to change it. */
function PaperRow({ session, paper, i, last, note, say, move, remove }: RowProps) {
	const [open, setOpen] = useState(false);
	const name = nameOfEntry(paper);
	const about = [paper.number, sayDate(paper.date), paper.kept && `存放处：${paper.kept}`, note]
		.filter(Boolean)
		.join('，');
	return (
		<div class="paper" data-paper={paper.id}>
			<p class="paper-row">
				<span>
					{i + 1}. {paper.gone ? <s>{name}</s> : name}{' '}
					<span class="small">{paper.gone ? '已从材料库删掉，不算佐证' : about}</span>
				</span>
				<span class="paper-tools">
					{!paper.gone && (
						<button
							type="button"
							aria-expanded={open}
							aria-label={`${open ? '收起' : '改'}第 ${i + 1} 份：${name}`}
							onClick={() => setOpen(!open)}
						>
							{open ? '收起' : '改'}
						</button>
					)}
					<button type="button" disabled={i === 0} onClick={() => move(-1)} aria-label={`第 ${i + 1} 份上移`}>
						上移
					</button>
					<button type="button" disabled={last} onClick={() => move(1)} aria-label={`第 ${i + 1} 份下移`}>
						下移
					</button>
					<button type="button" aria-label={`拿掉第 ${i + 1} 份`} onClick={remove}>
						拿掉
					</button>
				</span>
			</p>
			{open && !paper.gone && (
				<fieldset class="paper-fields">
					<legend class="small">改在这里，用到它的各项都跟着改；本项备注只在这一项</legend>
					<EntryName name={paper.name} change={(name) => session.register.edit(paper.id, { name })} />
					{fields.map(([field, label]) => (
						<label key={field} class={`paper-${field}`}>
							{label}
							<input
								type="text"
								value={session.register.of(paper.id)[field as 'name']}
								onInput={({ currentTarget: { value } }) => session.register.edit(paper.id, { [field]: value })}
								onBlur={() => {
									const read = field === 'date' ? readDate(paper.date) : undefined;
									if (read !== undefined && read !== paper.date) session.register.edit(paper.id, { date: read });
								}}
							/>
						</label>
					))}
					<label class="paper-note">
						本项备注
						<input type="text" value={note} onInput={({ currentTarget: { value } }) => say(value)} />
					</label>
				</fieldset>
			)}
		</div>
	);
}
