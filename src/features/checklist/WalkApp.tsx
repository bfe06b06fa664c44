import { render } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Kept } from '../../kept/open.ts';
import { besides, nameOfPilot } from '../../pilots/facts.ts';
import { pilotHere } from '../../pilots/pilots.ts';
import { useFacts } from '../../pilots/use-facts.ts';
import { useOpened } from '../../pilots/use-opened.ts';
import { ScopeChooser } from '../../scope/ScopeChooser.tsx';
import type { Scope } from '../../scope/scope.ts';
import { useScope } from '../../scope/use-scope.ts';
import { sayNoStorage } from '../../strings/no-storage.ts';
import type { FormParts } from '../../ui/mount-form.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { everything, type Filter, showOnly } from './in-sight.ts';
import { useLiveProblems } from './live-problems.tsx';
import type { WalkProblem } from './problems.ts';
import { showTable } from './risks-in-sight.ts';
import { saveRecord } from './save-record.ts';
import { TakeAway } from './TakeAway.tsx';
import { WalkBar } from './WalkBar.tsx';
import { openWalk, type WalkSession } from './walk-session.ts';

interface Parts extends FormParts {
	problems: readonly WalkProblem[];
	scopes: readonly Scope[];
}

/** Opens what this browser keeps of the walk. */
export function WalkApp(parts: Parts) {
	const { opened, failed } = useOpened(parts.root, async (records, asked) => {
		const clauses = parts.problems.map(({ clause }) => clause);
		const session = await openWalk(records, clauses, pilotHere(await records.all(), asked));
		return { records, session, dispose: session.dispose };
	});
	if (opened) return <Walking {...parts} {...opened} />;
	return (
		<p role="status">
			{failed
				? '本机的记录没有读到，现在不能填。请刷新再试；也可以先打印这张空白清单，用手填。'
				: '正在打开本机的记录……'}
		</p>
	);
}

function Walking({
	problems,
	scopes,
	form,
	fields,
	below,
	records,
	session,
}: Parts & { records: Kept; session: WalkSession }) {
	const walk = useStore(session.$walk);
	const memoryOnly = useStore(session.$memoryOnly);
	const [filter, setFilter] = useState<Filter>(everything);
	const [empty, setEmpty] = useState(false);
	const { scope, choose } = useScope(scopes);
	useLayoutEffect(() => showTable(form, scope?.id), [form, scope]);
	useLiveProblems({ form, fields, session });
	const show = (next: Filter) => {
		setFilter(next);
		setEmpty(showOnly(form, next, session.$walk.get()) === 0);
	};
	const turn = (next: Filter) => {
		show(next);
		form.scrollIntoView({ block: 'start' });
	};
	const facts = useFacts(records, session.pilot);
	const save = () => saveRecord(records, problems, walk, session.pilot, facts);
	useLayoutEffect(() =>
		render(<TakeAway {...{ problems, walk, session, facts, save }} showAll={() => show(everything)} />, below),
	);
	return (
		<>
			{memoryOnly !== undefined && (
				<p class="notice" role="alert" data-why={memoryOnly}>
					{sayNoStorage(memoryOnly)}
					可以照常查、照常记，但内容只在这一页上，关掉就没有了；离开前请打印，或者下载清单。
				</p>
			)}
			<p>
				<a href={url.pilot()}>{nameOfPilot(facts)}</a>的检查清单
				{besides(facts)}
			</p>
			<p class="on-screen">
				<ScopeChooser {...{ scopes, choose }} chosen={scope} />
			</p>
			<WalkBar {...{ walk, session, filter, turn, save }} />
			{empty && <p role="status">这里没有待整改的。</p>}
		</>
	);
}
