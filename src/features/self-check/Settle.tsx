import { both, openRivals } from '../../checks/lineage.ts';
import { emptyLine } from '../../checks/saved.ts';
import { differences, nameOfField, say } from '../../checks/say.ts';
import type { LineRecord, Paper, SetAside } from '../../schemas/saved-check.ts';
import { clock } from '../../ui/clock.ts';
import { useStore } from '../../ui/use-store.ts';
import type { Session } from './session.ts';
import { dayOf } from './words.ts';

/** What another window wrote at the same time, and what a colleague's file says: both are kept until someone chooses. */
export function Settle({ session, line }: { session: Session; line: string }) {
	const record = useStore(session.$lines, (lines) => lines[line]) ?? emptyLine();
	const settle = (each: SetAside, take: boolean) => {
		const setAside = record.setAside.filter((other) => other !== each);
		const taken: Partial<LineRecord> = each.field.startsWith('paper ')
			? { papers: withPaper(record.papers, each.value as Paper) }
			: { [each.field]: each.value };
		session.edit(line, { ...(take && taken), setAside });
		session.$arrived.set([line]);
	};
	const choose = (version: LineRecord) => {
		const { answer, reason, note, later, papers } = version;
		session.edit(line, { answer, reason, note, later, papers, rivals: [] });
		session.$arrived.set([line]);
	};
	return (
		<>
			{openRivals(record).map((rival) => (
				<Rival key={rival.updatedAt} {...{ record, rival, choose }} />
			))}
			{record.setAside.map((each) => (
				<div class="notice" key={`${each.field} ${each.at}`} role="alert">
					<p>
						另一个窗口 {clock(each.at)} 也改了{nameOfField(each.field)}，两份都留着：
					</p>
					<blockquote>{say(each.value)}</blockquote>
					<p class="tools">
						<button type="button" onClick={() => settle(each, false)}>
							留现在的
						</button>
						<button type="button" onClick={() => settle(each, true)}>
							换成那一份
						</button>
					</p>
				</div>
			))}
		</>
	);
}

/** In its place, or at the end where it was taken away. */
const withPaper = (papers: readonly Paper[], paper: Paper): Paper[] =>
	papers.some(({ id }) => id === paper.id)
		? papers.map((old) => (old.id === paper.id ? paper : old))
		: [...papers, paper];

interface RivalProps {
	record: LineRecord;
	rival: LineRecord;
	choose: (version: LineRecord) => void;
}

/** What a colleague's file says about the line, beside what stands here. */
const Rival = ({ record, rival, choose }: RivalProps) => (
	<div class="notice" role="alert">
		<p>带回来的文件里，这一项写的不一样（{dayOf(rival.updatedAt)}），两份都留着，由你来定：</p>
		<table>
			<thead>
				<tr>
					<td />
					<th scope="col">这里的</th>
					<th scope="col">文件里的</th>
				</tr>
			</thead>
			<tbody>
				{differences(record, rival).map(({ name, mine, theirs }) => (
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
			<button type="button" onClick={() => choose(both(record, rival))}>
				合在一起：说明接着写，佐证都留
			</button>
		</p>
	</div>
);
