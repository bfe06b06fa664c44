import { keys, readCheck } from '../../checks/saved.ts';
import { labelsOf } from '../../rubric/labels.ts';
import type { SlimRubric } from '../../rubric/slim.ts';
import { say } from '../../settling/say.ts';
import { useStore } from '../../ui/use-store.ts';
import type { Session } from './session.ts';

interface Props {
	rubric: SlimRubric;
	session: Session;
	/** The table is not the one that the answers were given by. */
	changed: boolean;
	/** The lines that hold answers which the table does not have. */
	misfits: readonly string[];
}

/** The answers are found to be meant by this table. */
async function pin({ records, id, look }: Session, digest: string): Promise<void> {
	await records.change([keys.check(id)], ([stored]) => {
		const holder = readCheck(stored);
		return holder.state === 'good' ? [[keys.check(id), { ...holder.value, table: digest }]] : [];
	});
	await look();
}

/** The table has changed under the check, or does not know some answers: they count as not given, and are kept. */
export function Changed({ rubric, session, changed, misfits }: Props) {
	const lines = useStore(session.$lines);
	const labels = labelsOf(rubric);
	return (
		<div class="notice" role="alert">
			{changed && '这张评分表在你填过以后改过。填的都还在。'}
			{misfits.length > 0 ? (
				<>
					有 {misfits.length} 项原来填的，现在的表里没有，当作没填，请重新选：
					<ul>
						{misfits.map((line) => (
							<li key={line}>
								<a href={`#${line}`}>{labels.get(line) ?? line}</a> 原来填的是“{say(lines[line]?.answer)}”
							</li>
						))}
					</ul>
				</>
			) : (
				'每一项填的都还对得上；各项的分值和文字请再看一遍。'
			)}
			{changed && (
				<>
					{' '}
					<button type="button" onClick={() => void pin(session, rubric.digest).catch(() => undefined)}>
						知道了
					</button>
				</>
			)}
		</div>
	);
}
