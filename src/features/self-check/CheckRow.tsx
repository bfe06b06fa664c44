import { useState } from 'preact/hooks';
import type { Entry } from '../../kept/kind.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { Later } from '../../ui/Later.tsx';
import { dayOf } from '../../ui/today.ts';
import { url } from '../../url.ts';
import type { Table } from './NewCheck.tsx';

interface Props {
	check: Check;
	table: Table | undefined;
	/** All that is stored. */
	all: readonly Entry[];
	rename: (name: string) => void;
	copy: () => void;
	remove: () => void;
}

/** It brings the engine. */
const standing = () => import('./CheckStanding.tsx').then(({ CheckStanding }) => CheckStanding);

/** When it comes, not whenever it is shown anew. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();

/** One of the checks on this computer. */
export function CheckRow({ check, table, all, rename, copy, remove }: Props) {
	const [name, setName] = useState<string>();
	const [asking, setAsking] = useState(false);
	const filled = all.filter(([key]) => key.startsWith(`line ${check.id} `)).length;
	return (
		<li>
			{name === undefined ? (
				<p>
					<a href={url.check(check.rubric, check.id)}>{check.name}</a>{' '}
					<span class="small">
						{table?.short ?? check.rubric}，{dayOf(check.updatedAt)} 改过
					</span>
				</p>
			) : (
				<form
					onSubmit={(event) => {
						event.preventDefault();
						rename(name);
						setName(undefined);
					}}
				>
					<label>
						名字
						<input
							type="text"
							ref={focusOnce}
							value={name}
							maxLength={60}
							onInput={({ currentTarget }) => setName(currentTarget.value)}
						/>
					</label>
					<button type="submit">改好了</button>
				</form>
			)}
			<div class="standing-of small">
				<Later load={standing} props={{ check, all }} />
			</div>
			<p class="tools">
				<button type="button" aria-label={`给“${check.name}”改名`} onClick={() => setName(check.name)}>
					改名
				</button>
				<button type="button" aria-label={`复制一份“${check.name}”`} onClick={copy}>
					复制一份
				</button>
				<button
					type="button"
					aria-label={`删掉“${check.name}”`}
					onClick={() => (filled > 0 ? setAsking(true) : remove())}
				>
					删掉
				</button>
			</p>
			{asking && (
				<p class="notice" role="alert">
					删掉“{check.name}”？里面填过 {filled} 项；30 天内可以在“最近删掉的”里拿回。{' '}
					<button type="button" onClick={remove}>
						确定删掉
					</button>{' '}
					<button type="button" onClick={() => setAsking(false)}>
						不删
					</button>
				</p>
			)}
		</li>
	);
}
