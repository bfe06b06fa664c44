import { render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { bind } from '../../fields/bind.ts';
import { barsIn } from '../../forms/checks/bars.ts';
import { Bars } from '../../pilots/Bars.tsx';
import { factForm } from '../../pilots/fact-form.ts';
import { useOpened } from '../../pilots/use-opened.ts';
import { sayNoStorage } from '../../strings/no-storage.ts';
import { MayGo } from '../../trouble/MayGo.tsx';
import { sayFate } from '../../trouble/say-fate.ts';
import { Trouble } from '../../trouble/Trouble.tsx';
import { worstFate } from '../../trouble/worst-fate.ts';
import { Later } from '../../ui/Later.tsx';
import type { FormParts } from '../../ui/mount-form.ts';
import { reached } from '../../ui/reached.ts';
import { today } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { emptyPlaces, questionsIn, writeAnnex } from './annex-live.ts';
import type { LivePlace } from './form-page.ts';
import { type FormSession, openForm } from './form-session.ts';
import { ownForm } from './own-form.ts';
import { tellPasted } from './pasted.ts';
import { RowsField } from './RowsField.tsx';
import { factAside, ownAside } from './settled-aside.tsx';
import { TakeForm } from './TakeForm.tsx';

export interface Own {
	/** Which form it is, and what it is called. */
	id: string;
	name: string;
	places: readonly LivePlace[];
	/** Where the printed form stands. */
	annex: HTMLElement;
}

type Parts = FormParts & Own;

/** Opens what this browser keeps of a form. */
export function FormApp(parts: Parts) {
	const { opened, failed } = useOpened(parts.root, (records, asked) => openForm(records, parts.id, asked));
	if (opened) return <Filling {...parts} session={opened} />;
	return <p role="status">{failed ? '本机的记录没有读到，现在不能填。请刷新再试。' : '正在打开本机的记录……'}</p>;
}

const hints = () => import('./Hints.tsx').then(({ Hints }) => Hints);

const drafting = () => import('./Drafting.tsx').then(({ Drafting }) => Drafting);

/** It brings what reckons a self-check. */
const draftingOnceReached = () => reached.then(drafting);

const byData = (form: HTMLElement, name: 'fact' | 'field') =>
	new Map(Array.from(form.querySelectorAll<HTMLElement>(`[data-${name}]`), (part) => [part.dataset[name] ?? '', part]));

function Filling({ id, name, form, fields, below, annex, places, session }: Parts & { session: FormSession }) {
	const { facts, own, saying } = session;
	const memoryOnly = useStore(session.$memoryOnly);
	useStore(facts.$entries);
	useStore(own.$entries);
	const empty = emptyPlaces(places, saying);
	const count = questionsIn(places);
	const bars = barsIn({
		fact: saying.fact,
		own: (of, field) => (of === id ? saying.own(field) : session.elsewhere(of, field)),
		today: today(),
	}).filter(({ form }) => form === id);
	useLayoutEffect(() => {
		const [ofFacts, ofOwn] = [byData(form, 'fact'), byData(form, 'field')];
		const bound = [
			bind({ root: form, sections: ofFacts, formOf: () => factForm, keeping: facts }),
			bind({ root: form, sections: ofOwn, formOf: () => ownForm, keeping: own }),
		];
		for (const [id, section] of ofFacts) factAside(section, facts, id);
		for (const [id, section] of ofOwn) {
			ownAside(section, own, id);
			// What this form says otherwise is in sight.
			const otherwise = section.closest('details');
			if (otherwise && own.of(id).said.trim()) otherwise.open = true;
		}
		for (const id of Object.keys(facts.unreadable.get())) bound[0]?.shut(id, true);
		for (const id of Object.keys(own.unreadable.get())) bound[1]?.shut(id, true);
		for (const { field, label, heads = [] } of places) {
			const slot = field && ofOwn.get(field.id)?.querySelector('[data-slot="rows"]');
			if (!field || !slot) continue;
			slot.replaceChildren();
			const columns = field.columns.map((id, i) => ({ id, name: heads[i] ?? id }));
			render(<RowsField {...{ session, label, columns }} field={field.id} />, slot);
		}
		for (const slot of form.querySelectorAll<HTMLElement>('[data-drafts]')) {
			const field = `${slot.dataset.drafts}`;
			// Where a draft was taken over, what a new one says otherwise is told without being asked for.
			const told = own.of(field).drafted ? { load: draftingOnceReached } : { load: drafting, ask: '照自查起草' };
			render(<Later {...told} props={{ session, form: id, field }} />, slot);
		}
		const tell = () => {
			const [ofFacts, ofOwn] = [facts.$fates.get(), own.$fates.get()];
			for (const group of form.querySelectorAll('section')) {
				const fates = Array.from(group.querySelectorAll<HTMLElement>('[data-fact], [data-field]')).flatMap(
					({ dataset: { fact, field } }) => (fact ? ofFacts[fact] : ofOwn[`${field}`]) ?? [],
				);
				const said = sayFate(worstFate(fates), session.$memoryOnly.get());
				const status = group.querySelector('.fate');
				if (status && status.textContent !== said) status.textContent = said;
			}
		};
		const draw = () => writeAnnex(annex, places, saying);
		addEventListener('beforeprint', draw);
		fields.disabled = false;
		const ends = [
			() => removeEventListener('beforeprint', draw),
			facts.$fates.listen(tell),
			own.$fates.listen(tell),
			session.$memoryOnly.listen(tell),
			facts.$entries.listen((_, __, id) => bound[0]?.fill(`${id}`)),
			own.$entries.listen((_, __, id) => bound[1]?.fill(`${id}`)),
			...bound.map(({ dispose }) => dispose),
			tellPasted(form),
		];
		return () => {
			for (const end of ends) end();
		};
	}, []);
	useLayoutEffect(() =>
		render(
			<>
				<MayGo />
				<TakeForm {...{ session, name, places }} form={id} />
				<p class="tools">
					<a href={url.forms}>表格和报告</a>
					<a href={url.pilot(session.pilot)}>我的试点</a>
				</p>
				{/* What comes late stands last, and what grows with it comes with it: nothing else moves. */}
				<Later load={hints} props={{ session, form: id, places, children: <Empty places={empty} /> }} />
			</>,
			below,
		),
	);
	return (
		<>
			{memoryOnly !== undefined && (
				<p class="notice" role="alert" data-why={memoryOnly}>
					{sayNoStorage(memoryOnly)}可以照常填，但内容只在这一页上，关掉就没有了；离开前请打印。
				</p>
			)}
			<Trouble keeping={facts} />
			<Trouble keeping={own} />
			<p class="on-screen" data-filled>
				{count} 栏填了 {count - empty.length}。
			</p>
			<Bars
				bars={bars}
				after={({ at }) =>
					at.map((said) => {
						const [of, field] = said.split('#');
						const place = places.find(
							(each) => (of === id && each.field?.id === field) || each.facts?.some((fact) => fact.id === said),
						);
						return (
							<span key={said}>
								{' '}
								{place ? (
									<a href={`#${place.key}`}>{place.label}</a>
								) : of === 'plan' ? (
									<a href={url.plan()}>什么时候</a>
								) : (
									<a href={url.facts}>档案资料</a>
								)}
							</span>
						);
					})
				}
			/>
		</>
	);
}

const Empty = ({ places }: { places: readonly LivePlace[] }) =>
	places.length === 0 ? null : (
		<section class="on-screen">
			<h2>还空着 {places.length} 栏</h2>
			<p class="small">
				{places.map(({ key, label }, i) => (
					<span key={key}>
						{i > 0 && '、'}
						<a href={`#${key}`}>{label}</a>
					</span>
				))}
			</p>
		</section>
	);
