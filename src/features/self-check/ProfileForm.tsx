import type { Keeping } from '../../kept/engine.ts';
import type { Profile } from '../../schemas/saved-check.ts';
import { unsettled } from '../../settling/unsettled.ts';
import { Later } from '../../ui/Later.tsx';
import { useStore } from '../../ui/use-store.ts';
import { sayFate } from './words.ts';

const dates = [
	['from', '试点开始'],
	['to', '试点结束'],
	['running', '标准体系从哪天开始运行'],
] as const;

interface ProfileProps {
	facts: Keeping<Profile>;
	sectors: readonly string[];
}

/** There is one record of the unit. */
const id = '';

const settle = () => import('../../settling/Settle.tsx').then(({ SettleFacts }) => SettleFacts);

/** What all checks share about the unit; saved on input. */
export function ProfileForm({ facts, sectors }: ProfileProps) {
	const profile = useStore(facts.$entries, (entries) => entries[id]) ?? facts.of(id);
	const unreadable = useStore(facts.unreadable, (all) => all[id]);
	const fate = useStore(facts.$fates, (fates) => fates[id]);
	if (unreadable)
		return (
			<section>
				<h2>单位情况</h2>
				<p class="notice">
					{unreadable.state === 'newer'
						? '单位情况是更新的版本记下的，这里读不了，原样留着。请用新版打开。'
						: '存着的单位情况坏了，读不出来，原样留着，没有覆盖。下载全部备份可以把它一起带走。'}
				</p>
			</section>
		);
	const edit = (change: Partial<Profile>) => facts.edit(id, change);
	return (
		<section id="unit">
			<h2>单位情况</h2>
			<p class="small">各份自查共用，可以不填；填了，表格上有单位名称，也能提醒日期和领域上的出入。</p>
			{unsettled(profile) && <Later load={settle} props={{ keeping: facts, id }} />}
			<div class="profile">
				<label>
					单位名称
					<input
						type="text"
						name="unit"
						value={profile.name}
						maxLength={80}
						onInput={({ currentTarget }) => edit({ name: currentTarget.value })}
					/>
				</label>
				<label>
					领域
					<select
						name="sector"
						value={profile.sector}
						onChange={({ currentTarget }) => edit({ sector: currentTarget.value })}
					>
						<option value="">没有填</option>
						{[...new Set([...sectors, '其他领域', profile.sector])].filter(Boolean).map((sector) => (
							<option key={sector}>{sector}</option>
						))}
					</select>
				</label>
				{dates.map(([key, name]) => (
					<label key={key}>
						{name}
						<input
							type="date"
							name={key}
							value={profile[key]}
							onInput={({ currentTarget }) => edit({ [key]: currentTarget.value })}
						/>
					</label>
				))}
			</div>
			<p role="status" class="small">
				{fate?.state === 'failed'
					? '没有存下，浏览器不允许保存。填的还在这一页；再改一下，会再存一次。'
					: sayFate(fate, facts.memoryOnly)}
			</p>
		</section>
	);
}
