import { Trouble } from '../../trouble/Trouble.tsx';
import { useStore } from '../../ui/use-store.ts';
import type { Filter } from './in-sight.ts';
import { spots } from './spots.ts';
import type { Walk, WalkSession } from './walk-session.ts';
import { sayFailure, saySaved } from './words.ts';

interface Props {
	walk: Walk;
	session: WalkSession;
	filter: Filter;
	turn: (filter: Filter) => void;
	save: () => void;
}

/** What stays in sight: how far one is, what is shown, and how saving fares. */
export function WalkBar({ walk, session, filter, turn, save }: Props) {
	const entries = Object.values(walk);
	const memoryOnly = useStore(session.$memoryOnly);
	const findings = entries.map(({ record }) => record.finding);
	return (
		<div class="walk-bar">
			<Trouble keeping={session} save={save} />
			<Failure walk={walk} session={session} save={save} />
			<p class="walk-progress">
				<b data-progress>
					查了 {findings.filter((finding) => finding !== 'open').length} / {entries.length}，待整改{' '}
					{findings.filter((finding) => finding === 'mend').length}
				</b>
				<SavingState walk={walk} memoryOnly={memoryOnly} />
			</p>
			<fieldset class="bare walk-filter" aria-label="只看一部分">
				<button
					type="button"
					aria-pressed={filter.spot === undefined}
					onClick={() => turn({ ...filter, spot: undefined })}
				>
					全部
				</button>
				{spots.map(([spot]) => (
					<button
						type="button"
						key={spot}
						aria-pressed={filter.spot === spot}
						onClick={() => turn({ ...filter, spot })}
					>
						{spot}
					</button>
				))}
				<button
					type="button"
					class="mend-only"
					aria-pressed={filter.mendOnly}
					onClick={() => turn({ ...filter, mendOnly: !filter.mendOnly })}
				>
					待整改
				</button>
			</fieldset>
		</div>
	);
}

function SavingState({ walk, memoryOnly }: { walk: Walk; memoryOnly: string | undefined }) {
	const fates = Object.values(walk).flatMap(({ fate }) => fate ?? []);
	const last = fates
		.flatMap((fate) => (fate.state === 'saved' ? [fate.at] : []))
		.sort()
		.at(-1);
	const words = fates.some(({ state }) => state === 'failed')
		? ''
		: fates.some(({ state }) => state === 'saving')
			? '正在保存……'
			: last
				? saySaved(last, memoryOnly)
				: '';
	return (
		<span role="status" class="small">
			{words}
		</span>
	);
}

function Failure({ walk, session, save }: Pick<Props, 'walk' | 'session' | 'save'>) {
	const [failed] = Object.values(walk).flatMap(({ fate }) => (fate?.state === 'failed' ? [fate] : []));
	if (!failed) return null;
	return (
		<div class="notice" role="alert">
			<p>{sayFailure(failed)}</p>
			<p class="tools">
				<button type="button" onClick={session.retry}>
					再存一次
				</button>
				<button type="button" onClick={save}>
					下载记录
				</button>
			</p>
		</div>
	);
}
