import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { absorbProfile } from '../../checks/leaving.ts';
import type { Read } from '../../checks/saved.ts';
import type { Profile } from '../../schemas/saved-check.ts';
import { forgetLastWords, onLeaving, sayLastWords } from '../../storage/last-words.ts';
import type { Records } from '../../storage/records.ts';
import type { Fate } from './session.ts';
import { sayFate } from './words.ts';

const lastWordsKey = 'profile';

const dates = [
	['from', '试点开始'],
	['to', '试点结束'],
	['running', '标准体系从哪天开始运行'],
] as const;

interface ProfileProps {
	records: Records;
	profile: Read<Profile>;
	change: (said: Partial<Profile>) => void;
	sectors: readonly string[];
}

/** What all checks share about the unit; saved on input. */
export function ProfileForm({ records, profile: read, change: show, sectors }: ProfileProps) {
	const unsaved = useRef<Partial<Profile>>({});
	const [fate, setFate] = useState<Fate>();
	const edit = (change: Partial<Profile>) => {
		const said = { ...unsaved.current, ...change };
		unsaved.current = said;
		setFate({ state: 'saving' });
		show(said);
		absorbProfile(records, { profile: said })
			.then(() => {
				if (unsaved.current !== said) return;
				unsaved.current = {};
				// What was read while this was on its way is older.
				show(said);
				forgetLastWords([lastWordsKey]);
				setFate({ state: 'saved', at: new Date().toISOString() });
			})
			.catch(() => {
				// What was said since takes it along.
				if (unsaved.current === said) setFate({ state: 'failed', why: '' });
			});
	};
	useLayoutEffect(
		() =>
			onLeaving(() => {
				if (records.memoryOnly === undefined && Object.keys(unsaved.current).length > 0)
					sayLastWords([[lastWordsKey, { profile: unsaved.current }]]);
			}),
		[],
	);
	if (read.state !== 'good')
		return (
			<section>
				<h2>单位情况</h2>
				<p class="notice">
					{read.state === 'newer'
						? '单位情况是更新的版本记下的，这里读不了，原样留着。请用新版打开。'
						: '存着的单位情况坏了，读不出来，原样留着，没有覆盖。下载全部备份可以把它一起带走。'}
				</p>
			</section>
		);
	const profile = { ...read.value, ...unsaved.current };
	return (
		<section id="unit">
			<h2>单位情况</h2>
			<p class="small">各份自查共用，可以不填；填了，表格上有单位名称，也能提醒日期和领域上的出入。</p>
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
					: sayFate(fate, records.memoryOnly)}
			</p>
		</section>
	);
}
