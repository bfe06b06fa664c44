import { useMemo } from 'preact/hooks';
import { present } from '../../evidence/match.ts';
import { missing, usesIn } from '../../evidence/uses.ts';
import { factsIn, nameOfPilot } from '../../pilots/facts.ts';
import { useOpened } from '../../pilots/use-opened.ts';
import { sayNoStorage } from '../../strings/no-storage.ts';
import { Trouble } from '../../trouble/Trouble.tsx';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { AddMany } from './AddMany.tsx';
import { type EvidenceSession, openRegister } from './evidence-session.ts';
import { Numbering } from './Numbering.tsx';
import { RegisterList } from './RegisterList.tsx';
import { Same } from './Same.tsx';

interface Props {
	root: HTMLElement;
	/** What each table calls its lines. */
	labels: { readonly [table: string]: { readonly [line: string]: string } };
}

/** Opens what this browser keeps of the pilot's register. */
export function EvidenceApp(props: Props) {
	const { opened, failed } = useOpened(props.root, openRegister);
	if (opened) return <Register {...props} session={opened} />;
	return <p role="status">{failed ? '本机的记录没有读到。请刷新再试。' : '正在打开本机的记录……'}</p>;
}

function Register({ labels, session }: Omit<Props, 'root'> & { session: EvidenceSession }) {
	const register = useStore(session.$entries);
	const all = useStore(session.$all);
	const memoryOnly = useStore(session.$memoryOnly);
	const uses = useMemo(() => usesIn(all, session.pilot, register), [all, register]);
	const lost = useMemo(() => missing(uses, register), [uses, register]);
	const papers = present(register);
	const places = papers.reduce((sum, { id }) => sum + (uses.get(id)?.length ?? 0), 0);
	const kept = new Map(all);
	return (
		<>
			{memoryOnly !== undefined && (
				<p class="notice" role="alert" data-why={memoryOnly}>
					{sayNoStorage(memoryOnly)}可以照常登记，但内容只在这一页上，关掉就没有了。
				</p>
			)}
			<Trouble keeping={session} />
			<p>
				<a href={url.pilot(session.pilot)}>{nameOfPilot(factsIn(session.pilot, (key) => kept.get(key)))}</a>
				的材料，共 {papers.length} 份，用在 {places} 处；<a href={url.checks}>我的自查</a>里每一项都能从这里选。
			</p>
			{lost.length > 0 && (
				<p class="notice" role="alert">
					有 {lost.length} 份材料已经从这里删掉，自查里还引着，那几项少了这份佐证：
					{lost.map((id) => register[id]?.name || '没有名称的材料').join('、')}
				</p>
			)}
			<RegisterList {...{ session, register, uses, labels }} />
			<Numbering {...{ session, register, all, labels }} />
			<Same {...{ session, register, uses }} />
			<AddMany {...{ session, register, all, labels }} />
		</>
	);
}
