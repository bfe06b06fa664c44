import { render } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { bind } from '../../fields/bind.ts';
import { writeOnPaper } from '../../fields/on-paper.ts';
import { factForm } from '../../pilots/fact-form.ts';
import { useOpened } from '../../pilots/use-opened.ts';
import { FactAside } from '../../settling/RecordAside.tsx';
import { sayNoStorage } from '../../strings/no-storage.ts';
import { MayGo } from '../../trouble/MayGo.tsx';
import { sayFate } from '../../trouble/say-fate.ts';
import { Trouble } from '../../trouble/Trouble.tsx';
import { worstFate } from '../../trouble/worst-fate.ts';
import type { FormParts } from '../../ui/mount-form.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { type FactsSession, openFacts } from './facts-session.ts';

/** Opens what this browser keeps of the pilot's facts. */
export function FactsApp(parts: FormParts) {
	const { opened, failed } = useOpened(parts.root, openFacts);
	if (opened) return <Saying {...parts} session={opened} />;
	return <p role="status">{failed ? '本机的记录没有读到，现在不能填。请刷新再试。' : '正在打开本机的记录……'}</p>;
}

/** The facts' parts of the page, by their ids. */
const sectionsIn = (form: HTMLElement) =>
	new Map(Array.from(form.querySelectorAll<HTMLElement>('[data-fact]'), (part) => [part.dataset.fact ?? '', part]));

function Saying({ form, fields, below, session }: FormParts & { session: FactsSession }) {
	const memoryOnly = useStore(session.$memoryOnly);
	const gone = useStore(session.$gone);
	useLayoutEffect(() => {
		const sections = sectionsIn(form);
		const bound = bind({ root: form, sections, formOf: () => factForm, keeping: session });
		const slot = (id: string, name: string) => sections.get(id)?.querySelector(`[data-slot="${name}"]`);
		for (const id of sections.keys()) {
			const aside = slot(id, 'aside');
			if (aside) render(<FactAside keeping={session} id={id} />, aside);
		}
		for (const id of Object.keys(session.unreadable.get())) bound.shut(id, true);
		/** How the fields of each group fare. */
		const tell = () => {
			const fates = session.$fates.get();
			for (const group of form.querySelectorAll('section')) {
				const own = Array.from(group.querySelectorAll<HTMLElement>('[data-fact]'), ({ dataset }) => `${dataset.fact}`);
				const said = sayFate(worstFate(own.flatMap((id) => fates[id] ?? [])), session.$memoryOnly.get());
				const status = group.querySelector('[role="status"]');
				if (status && status.textContent !== said) status.textContent = said;
			}
		};
		fields.disabled = false;
		const ends = [
			session.$entries.listen((_, __, id) => bound.fill(`${id}`)),
			session.$fates.listen(tell),
			// What was only on this page may be stored by now.
			session.$memoryOnly.listen(tell),
			bound.dispose,
			writeOnPaper(form, sections, (id) => [['textarea', session.of(id).said]]),
		];
		return () => {
			for (const end of ends) end();
		};
	}, []);
	const save = () => void session.save();
	useLayoutEffect(() =>
		render(
			<>
				<MayGo />
				<p class="tools">
					<button type="button" onClick={save}>
						下载这个试点的备份
					</button>
					<a href={url.plan()}>照这些日期看什么时候</a>
					<a href={url.pilot(session.pilot)}>我的试点</a>
				</p>
			</>,
			below,
		),
	);
	return (
		<>
			{memoryOnly !== undefined && (
				<p class="notice" role="alert" data-why={memoryOnly}>
					{sayNoStorage(memoryOnly)}可以照常填，但内容只在这一页上，关掉就没有了；离开前请下载备份。
				</p>
			)}
			<Trouble keeping={session} save={save} gone={gone && '这个试点在另一个窗口里被删除或清除了，这里不再保存。'} />
			{session.unread && (
				<p class="notice">
					以前存着的单位情况坏了，读不出来，原样留着，没有覆盖。在“我的自查”里下载全部备份可以把它一起带走。
				</p>
			)}
		</>
	);
}
