import { labelsOf } from '../../checks/labels.ts';
import { canonical, sameContent } from '../../checks/lineage.ts';
import { keys, readLine } from '../../checks/saved.ts';
import { say, sayPapers } from '../../checks/say.ts';
import type { LineRecord } from '../../schemas/saved-check.ts';
import { type Choices, type Conflict, choiceKey, type Outcome } from './bring-in.ts';
import type { TableForm } from './load-form.ts';

interface Props {
	outcome: Outcome;
	choices: Choices;
	choose: (choices: Choices) => void;
	forms: ReadonlyMap<string, TableForm>;
	stored: ReadonlyMap<string, unknown>;
	rubricOf: (check: string) => string;
}

/** Lines that were written on both sides, side by side; choosing may wait. */
export function Conflicts({ outcome: { conflicts }, choices, choose, forms, stored, rubricOf }: Props) {
	if (conflicts.length === 0) return null;
	const labelOf = ({ check, line }: Conflict) => {
		const form = forms.get(rubricOf(check));
		return (form && labelsOf(form.rubric).get(line)) ?? line;
	};
	const pick = (conflict: Conflict, version: LineRecord | undefined) => {
		const next = new Map(choices);
		if (version) next.set(choiceKey(conflict), version);
		else next.delete(choiceKey(conflict));
		choose(next);
	};
	return (
		<div class="conflicts">
			<h4>两边都改了的 {conflicts.length} 项</h4>
			<p class="small">可以现在定，也可以先都留着，以后打开那一项再定。</p>
			{conflicts.map((conflict) => {
				const mine = readLine(stored.get(keys.line(conflict.check, conflict.line)));
				const chosen = choices.get(choiceKey(conflict));
				const id = choiceKey(conflict);
				const whose = (version: LineRecord) =>
					mine.state === 'good' && sameContent(mine.value, version) ? '本机的' : '文件里的';
				return (
					<fieldset key={id}>
						<legend>{labelOf(conflict)}</legend>
						<div class="sides">
							{conflict.versions.map((version) => (
								<label class="side" key={canonical(version)}>
									<input
										type="radio"
										name={id}
										checked={chosen === version || (chosen !== undefined && sameContent(chosen, version))}
										onChange={() => pick(conflict, version)}
									/>
									<span>
										<b>用{whose(version)}</b>{' '}
										<span class="small">{new Date(version.updatedAt).toLocaleString('zh-CN')}</span>
										<br />
										选择：{say(version.answer)}
										<br />
										说明：{say(version.note)}
										{version.reason && (
											<>
												<br />
												不适用的理由：{version.reason}
											</>
										)}
										<br />
										佐证：{sayPapers(version.papers)}
									</span>
								</label>
							))}
						</div>
						<label class="side">
							<input type="radio" name={id} checked={chosen === undefined} onChange={() => pick(conflict, undefined)} />
							<span>先都留着，以后再定</span>
						</label>
					</fieldset>
				);
			})}
		</div>
	);
}
