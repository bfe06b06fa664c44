import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Bound, bind } from '../../fields/bind.ts';
import { LabelledField } from '../../fields/LabelledField.tsx';
import type { Keeping } from '../../kept/engine.ts';
import type { Profile } from '../../schemas/saved-check.ts';
import { unsettled } from '../../settling/unsettled.ts';
import { Later } from '../../ui/Later.tsx';
import { useStore } from '../../ui/use-store.ts';
import { factsFields, factsForm } from './facts-fields.ts';
import { sayFate } from './words.ts';

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
	const memoryOnly = useStore(facts.$memoryOnly);
	const root = useRef<HTMLDivElement>(null);
	const bound = useRef<Bound>();
	useLayoutEffect(() => {
		if (!root.current) return;
		const sections = new Map([[id, root.current]]);
		bound.current = bind({ root: root.current, sections, formOf: () => factsForm, keeping: facts });
		return () => bound.current?.dispose();
	}, [facts, !unreadable]);
	useLayoutEffect(() => bound.current?.fill(id), [profile]);
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
	return (
		<section id="unit">
			<h2>单位情况</h2>
			<p class="small">各份自查共用，可以不填；填了，表格上有单位名称，也能提醒日期和领域上的出入。</p>
			{unsettled(profile) && <Later load={settle} props={{ keeping: facts, id }} />}
			<div class="profile" ref={root}>
				{factsFields([...sectors, '其他领域', profile.sector]).map((field) => (
					<LabelledField key={field.name} of={id} field={field} />
				))}
			</div>
			<p role="status" class="small">
				{fate?.state === 'failed'
					? '没有存下，浏览器不允许保存。填的还在这一页；再改一下，会再存一次。'
					: sayFate(fate, memoryOnly)}
			</p>
		</section>
	);
}
