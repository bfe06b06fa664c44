import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { goodChecks, startCheck } from '../../checks/checks.ts';
import type { ReadLine } from '../../evidence/papers.ts';
import type { KeptCheck, KeptPilot } from '../../kept/backup.ts';
import { absorbLastWords } from '../../kept/engine.ts';
import { type Kept, openKept } from '../../kept/open.ts';
import type { Facts } from '../../pilots/facts.ts';
import type { Result } from '../../rubric/score.ts';
import type { SlimRubric } from '../../rubric/slim.ts';
import type { Check } from '../../schemas/saved-check.ts';
import type { FormParts } from '../../ui/mount-form.ts';
import { ready } from '../../ui/ready.ts';
import { url } from '../../url.ts';
import { Choose } from './Choose.tsx';
import { papersPart } from './live-lines.tsx';
import { openSession, type Session } from './session.ts';
import { Work } from './Work.tsx';

interface TakeAwayProps {
	kept: KeptCheck;
	facts: Facts;
	pilot: KeptPilot;
	lines: { [line: string]: ReadLine };
	result: Result;
	rubric: SlimRubric;
}

export interface Parts extends FormParts {
	rubric: SlimRubric;
	/** What the page adds for taking a check away. */
	takeAway: () => Promise<ComponentType<TakeAwayProps>>;
}

type Stage =
	| { at: 'opening' }
	| { at: 'choosing'; records: Kept; checks: Check[]; missing: boolean }
	| { at: 'open'; session: Session };

/** The self-check of one table: choosing a check, then working on it. */
export function CheckApp(parts: Parts) {
	const { root, rubric, form } = parts;
	const [stage, setStage] = useState<Stage>({ at: 'opening' });
	const [asked] = useState(() => new URLSearchParams(location.search).get('check'));
	/** What is opened is closed when this goes, be it before it is open. */
	const opening = useRef<Promise<Session | undefined>>();
	const open = async (records: Kept, check: Check) => {
		const [session] = await Promise.all([
			openSession(records, check.id, check),
			// Fails again, and says so, where it is drawn.
			location.hash && papersPart(rubric.id).catch(() => undefined),
		]);
		setStage({ at: 'open', session });
		return session;
	};
	useEffect(() => {
		const choose = async (records: Kept): Promise<Session | undefined> => {
			const checks = goodChecks(await records.all()).filter((check) => check.rubric === rubric.id);
			const check = checks.find(({ id }) => id === asked);
			if (check) return open(records, check);
			setStage({ at: 'choosing', records, checks, missing: asked !== null });
			return undefined;
		};
		let unfollow = () => {};
		opening.current = (async () => {
			const records = await openKept();
			await absorbLastWords(records);
			const session = await choose(records);
			// What is asked for may be in storage that opens late.
			unfollow = records.$memoryOnly.listen(() => {
				opening.current = opening.current?.then((begun) => begun ?? choose(records));
			});
			return session;
		})();
		return () =>
			void opening.current?.then((session) => {
				unfollow();
				session?.dispose();
			});
	}, []);
	useLayoutEffect(() => {
		// What is asked for will take its place.
		if (stage.at === 'opening') form.hidden = asked !== null;
		else ready(root);
		if (stage.at === 'choosing') form.hidden = false;
	}, [stage.at]);
	if (stage.at === 'opening') return <p role="status">正在打开本机的记录……</p>;
	if (stage.at === 'choosing')
		return (
			<Choose
				{...stage}
				rubric={rubric}
				start={async (name) => {
					const begun = startCheck(stage.records, rubric, name).then((check) => {
						// Back leads to where one came from, not to the blank form under the open check.
						history.replaceState(null, '', url.check(rubric.id, check.id));
						return open(stage.records, check);
					});
					opening.current = begun.catch(() => undefined);
					await begun;
				}}
			/>
		);
	return <Work {...parts} session={stage.session} />;
}
