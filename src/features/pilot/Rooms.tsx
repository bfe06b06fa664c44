import type { ComponentChildren } from 'preact';
import { type Standing, sayStanding } from '../../checks/standing.ts';
import { present } from '../../evidence/match.ts';
import { registerIn } from '../../evidence/papers.ts';
import { usesIn } from '../../evidence/uses.ts';
import { barsIn } from '../../forms/checks/bars.ts';
import type { Entry } from '../../kept/kind.ts';
import { fact } from '../../kept/kinds/fact.ts';
import { form } from '../../kept/kinds/form.ts';
import { Bars } from '../../pilots/Bars.tsx';
import { toldOf } from '../../pilots/told.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { Later } from '../../ui/Later.tsx';
import { dayOf, today } from '../../ui/today.ts';
import { url } from '../../url.ts';
import type { Table } from './PilotApp.tsx';
import { PilotBackup } from './PilotBackup.tsx';
import type { WalkState } from './walk-state.ts';

interface Props {
	checks: readonly Check[];
	standings: ReadonlyMap<string, Standing>;
	tables: readonly Table[];
	walk: WalkState;
	all: readonly Entry[];
	pilot: string;
}

const nextDays = () => import('../../pilots/NextDays.tsx').then(({ NextDays }) => NextDays);

const Room = ({ name, href, children }: { name: string; href: string; children: ComponentChildren }) => (
	<section>
		<h3>
			<a href={href}>{name}</a>
		</h3>
		{children}
	</section>
);

/** What a pilot has: each a heading, what there is to say of it, and the ways in. */
export function Rooms({ checks, standings, tables, walk, all, pilot }: Props) {
	const register = registerIn(all, pilot);
	const papers = present(register);
	const uses = usesIn(all, pilot, register);
	const proved = new Set([...uses.values()].flat().map(({ check, line }) => `${check.id} ${line}`));
	const unused = papers.filter(({ id }) => !uses.has(id)).length;
	const facts = all.filter(([key]) => key.startsWith(`${fact.prefix}${pilot} `)).length;
	const written = all.flatMap(([key]) => (key.startsWith(`${form.prefix}${pilot} `) ? [key.split(' ')[2]] : []));
	const begun = new Set(written.filter((of) => of !== 'plan')).size;
	const bars = barsIn(toldOf(all, pilot, today()));
	return (
		<div class="rooms">
			<Room name="自查" href={url.checks}>
				{checks.length === 0 && <p>还没有。选一张评分表，逐项核对自己现在几分。</p>}
				{checks.map((check) => {
					const standing = standings.get(check.id);
					const short = tables.find(({ id }) => id === check.rubric)?.short ?? check.rubric;
					return (
						<p key={check.id}>
							<a href={url.check(check.rubric, check.id)}>{check.name}</a>{' '}
							<span class="small">
								{short}，{dayOf(check.updatedAt)} 改过{standing && `。${sayStanding(standing)}`}
							</span>
						</p>
					);
				})}
			</Room>
			<Room name="材料" href={url.evidence}>
				<p>
					{papers.length === 0
						? '还没有登记。一份材料登记一次，哪一项要用就从这里选。'
						: `${papers.length} 份，支撑 ${proved.size} 项；${papers.filter(({ entry }) => !entry.stamped).length} 份没有记盖章${unused > 0 ? `，${unused} 份还没有用到` : ''}。`}
				</p>
				<p class="small">
					<a href={`${url.evidence}#many`}>从 Excel 粘贴</a>
				</p>
			</Room>
			<Room name="表格和报告" href={url.forms}>
				<p>
					{begun === 0
						? '申请书、评估申请表、总结报告……档案里填过的，各张表都已经填上。'
						: `动笔写了 ${begun} 份，其余的也已填上档案里的资料。`}
				</p>
				<Bars bars={bars} />
			</Room>
			<Room name="什么时候" href={url.plan()}>
				<p>照填过的日期推算：什么时候可以申请，最晚哪一天，过了会怎样。</p>
				<Later load={nextDays} props={{ all, pilot }} />
			</Room>
			<Room name="现场" href={url.checklist}>
				<p>
					{walk.seen === 0
						? `评估专家到现场常发现的 ${walk.of} 个问题，照着走一遍。`
						: `${walk.of} 个常见问题看过 ${walk.seen} 个，待整改 ${walk.toMend} 个${walk.due ? `，最早的 ${walk.due} 到期` : ''}。`}
				</p>
			</Room>
			<Room name="档案资料" href={url.facts}>
				<p>{facts === 0 ? '单位、试点、人和日期，记在一处。' : `填过 ${facts} 栏。`}</p>
			</Room>
			<Room name="共用与备份" href={`${url.checks}#bring`}>
				<PilotBackup {...{ all, pilot }} />
				<p class="small">
					同事分给你的、交回来的文件，别处的备份，都<a href={`${url.checks}#bring`}>在这里打开</a>。
				</p>
			</Room>
		</div>
	);
}
