import { unsettled } from '../../settling/unsettled.ts';
import { Later } from '../../ui/Later.tsx';
import { useStore } from '../../ui/use-store.ts';
import type { Hint } from './hints.ts';
import type { Session } from './session.ts';

/** Few ever see it. */
const settle = () => import('../../settling/Settle.tsx').then(({ SettleLine }) => SettleLine);

/** What another window or a colleague wrote otherwise, in sight where the line begins. */
export function Waiting({ session, line }: { session: Session; line: string }) {
	const record = useStore(session.$lines, (lines) => lines[line]);
	return record && unsettled(record) ? (
		<Later load={settle} props={{ keeping: session, id: line, nameOf: session.nameOf }} />
	) : null;
}

/** What stands under a line's fields: what cannot be read, and what does not seem to fit. */
export function Aside({ session, line, hints }: { session: Session; line: string; hints: readonly Hint[] }) {
	const record = useStore(session.$lines, (lines) => lines[line]);
	const unreadable = useStore(session.unreadable, (lines) => lines[line]);
	return (
		<>
			{unreadable && (
				<div class="notice">
					{unreadable.state === 'newer'
						? '这一项是更新的版本记下的，这里读不了，原样留着。请用新版打开。'
						: '这一项存着的内容坏了，读不出来，原样留着，没有覆盖。下载备份可以把它一起带走。'}
					<blockquote>{JSON.stringify(unreadable.raw)}</blockquote>
				</div>
			)}
			{record?.answer && (
				<p class="tools">
					<button
						type="button"
						onClick={() => {
							session.edit(line, { answer: undefined });
							session.$arrived.set([line]);
						}}
					>
						清除这一项的选择
					</button>
				</p>
			)}
			{hints.map(({ text }) => (
				<p class="hint-line small" key={text}>
					{text}
				</p>
			))}
		</>
	);
}
