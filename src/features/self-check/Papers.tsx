import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { paperColumns } from '../../checks/saved.ts';
import { freshId } from '../../kept/ids.ts';
import type { Paper } from '../../schemas/saved-check.ts';
import { useStore } from '../../ui/use-store.ts';
import type { Session } from './session.ts';

/** The papers that prove a line: added, filled in, put in order, taken away and brought back. */
export function Papers({ session, line, label }: { session: Session; line: string; label: string }) {
	const { papers = [] } = useStore(session.$lines, (lines) => lines[line]) ?? {};
	const [added, setAdded] = useState(0);
	const list = useRef<HTMLFieldSetElement>(null);
	useLayoutEffect(() => {
		if (added) list.current?.querySelector<HTMLElement>('.paper:last-of-type input')?.focus();
	}, [added]);
	const [taken, setTaken] = useState<{ paper: Paper; at: number }>();
	/** Changes what there is now: a key may come before what the last one did is drawn. */
	const change = (work: (now: Paper[]) => Paper[]) => session.edit(line, { papers: work(session.of(line).papers) });
	const move = (at: number, by: number) =>
		change((now) => {
			const next = [...now];
			const [paper] = next.splice(at, 1);
			if (paper) next.splice(at + by, 0, paper);
			return next;
		});
	const add = () => {
		change((now) => [...now, { id: freshId(), name: '', number: '', date: '', kept: '', note: '' }]);
		setAdded(added + 1);
	};
	return (
		<fieldset class="paper-list" ref={list}>
			<legend>佐证材料{papers.length > 0 && `（${papers.length} 份）`}</legend>
			{papers.map((paper, i) => (
				<fieldset class="paper" key={paper.id}>
					<legend>第 {i + 1} 份</legend>
					{paperColumns.map(([key, name]) => (
						<label key={key} class={`paper-${key}`}>
							{name}
							<input
								type={key === 'date' ? 'date' : 'text'}
								value={paper[key]}
								onInput={({ currentTarget: { value } }) =>
									change((now) => now.map((each) => (each.id === paper.id ? { ...each, [key]: value } : each)))
								}
							/>
						</label>
					))}
					<span class="paper-tools">
						<button type="button" disabled={i === 0} onClick={() => move(i, -1)} aria-label={`第 ${i + 1} 份上移`}>
							上移
						</button>
						<button
							type="button"
							disabled={i === papers.length - 1}
							onClick={() => move(i, 1)}
							aria-label={`第 ${i + 1} 份下移`}
						>
							下移
						</button>
						<button
							type="button"
							aria-label={`拿掉第 ${i + 1} 份`}
							onClick={() => {
								setTaken({ paper, at: i });
								change((now) => now.filter(({ id }) => id !== paper.id));
							}}
						>
							拿掉
						</button>
					</span>
				</fieldset>
			))}
			<p class="tools">
				<button type="button" onClick={add} aria-label={`给${label}添加一份佐证`}>
					添加一份
				</button>
				{taken && (
					<button
						type="button"
						onClick={() => {
							change((now) => [...now.slice(0, taken.at), taken.paper, ...now.slice(taken.at)]);
							setTaken(undefined);
						}}
					>
						拿回“{taken.paper.name || '刚才那份'}”
					</button>
				)}
			</p>
		</fieldset>
	);
}
