import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { goodChecks, startCheck } from '../../checks/checks.ts';
import type { KeptCheck } from '../../kept/backup.ts';
import { absorbLastWords } from '../../kept/engine.ts';
import { type Kept, openKept } from '../../kept/open.ts';
import type { Result } from '../../rubric/score.ts';
import type { SlimRubric } from '../../rubric/slim.ts';
import type { Check, Profile } from '../../schemas/saved-check.ts';
import { ready } from '../../ui/ready.ts';
import { url } from '../../url.ts';
import { Choose } from './Choose.tsx';
import { openSession, type Session } from './session.ts';
import { Work } from './Work.tsx';

interface TakeAwayProps {
	kept: KeptCheck;
	profile: Profile;
	result: Result;
	rubric: SlimRubric;
}

export interface Parts {
	rubric: SlimRubric;
	form: HTMLFormElement;
	fields: HTMLFieldSetElement;
	/** Under the form. */
	below: HTMLElement;
	/** What the page adds for taking a check away. */
	takeAway: () => Promise<ComponentType<TakeAwayProps>>;
}

type Stage =
	| { at: 'opening' }
	| { at: 'choosing'; records: Kept; checks: Check[]; missing: boolean }
	| { at: 'open'; session: Session };

/** The self-check of one table: choosing a check, then working on it. */
export function CheckApp(parts: Parts) {
	const { rubric, form } = parts;
	const [stage, setStage] = useState<Stage>({ at: 'opening' });
	const begun = useRef(false);
	const open = async (records: Kept, check: Check) => {
		begun.current = true;
		const session = await openSession(records, check.id, check);
		setStage({ at: 'open', session });
	};
	useEffect(() => {
		const choose = async (records: Kept) => {
			const checks = goodChecks(await records.all()).filter((check) => check.rubric === rubric.id);
			const asked = new URLSearchParams(location.search).get('check');
			const check = checks.find(({ id }) => id === asked);
			if (check) await open(records, check);
			else {
				form.hidden = false;
				setStage({ at: 'choosing', records, checks, missing: asked !== null });
			}
		};
		void (async () => {
			const records = await openKept();
			await absorbLastWords(records);
			await choose(records);
			// What is asked for may be in storage that opens late.
			records.$memoryOnly.listen(() => {
				if (!begun.current) void choose(records);
			});
		})();
	}, []);
	useLayoutEffect(() => {
		if (stage.at !== 'opening') ready();
	}, [stage.at]);
	if (stage.at === 'opening') return <p role="status">正在打开本机的记录……</p>;
	if (stage.at === 'choosing')
		return (
			<Choose
				{...stage}
				rubric={rubric}
				start={async (name) => {
					const check = await startCheck(stage.records, rubric, name);
					// Back leads to where one came from, not to the blank form under the open check.
					history.replaceState(null, '', url.check(rubric.id, check.id));
					await open(stage.records, check);
				}}
			/>
		);
	return <Work {...parts} session={stage.session} />;
}
