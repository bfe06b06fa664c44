import { canonical } from '../../digest.ts';
import { nameOfEntry } from '../../evidence/papers.ts';
import { read } from '../../kept/kind.ts';
import { sameContent } from '../../kept/lineage.ts';
import type { TableForm } from '../../papers/load-table-form.ts';
import { inTableOrder, labelsOf } from '../../rubric/labels.ts';
import type { EvidenceRecord } from '../../schemas/saved-evidence.ts';
import type { Shared } from '../../schemas/saved-shared.ts';
import { type NameOf, sayBy } from '../../settling/say.ts';
import { type Told, toldEvidence, toldFact, toldLine, toldWalk } from '../../settling/told.ts';
import type { Choices, Conflict, Outcome } from './bring-in.ts';

interface Props {
	outcome: Outcome;
	choices: Choices;
	choose: (choices: Choices) => void;
	forms: ReadonlyMap<string, TableForm>;
	stored: ReadonlyMap<string, unknown>;
	rubricOf: (check: string) => string;
	/** What the facts are called. */
	facts: { readonly [fact: string]: string };
	/** What the entries of the registers are called, here and in the files. */
	nameOf: NameOf;
}

const told = new Map<string, Told<Shared>>(
	[toldLine, toldWalk, toldFact, toldEvidence].map((each) => [each.kind.name, each]),
);

/** What was written on both sides, side by side; choosing may wait. */
export function Conflicts({ outcome: { conflicts }, choices, choose, forms, stored, rubricOf, facts, nameOf }: Props) {
	if (conflicts.length === 0) return null;
	const labelOf = ({ kind, check, line, versions }: Conflict) => {
		if (kind === toldFact.kind) return facts[line.replace(/^\S+ /, '')] ?? line;
		if (kind === toldEvidence.kind) return `材料“${nameOfEntry(versions[0] as unknown as EvidenceRecord)}”`;
		if (kind === toldWalk.kind) return `现场检查清单 ${line.replace(/^.*#s/, '')}`;
		const form = forms.get(rubricOf(check));
		return (form && labelsOf(form.rubric).get(line)) ?? line;
	};
	const inOrder = inTableOrder(conflicts, orderOf(forms), ({ kind, line }) => (kind === toldLine.kind ? line : ''));
	const pick = ({ key }: Conflict, version: Shared | undefined) => {
		const next = new Map(choices);
		if (version) next.set(key, version);
		else next.delete(key);
		choose(next);
	};
	return (
		<div class="conflicts">
			<h4>两边都改了的 {conflicts.length} 项</h4>
			<p class="small">可以现在定，也可以先都留着，以后打开那一项再定。</p>
			{inOrder.map((conflict) => {
				const { kind, key, versions } = conflict;
				const mine = read(kind, stored.get(key));
				const chosen = choices.get(key);
				const whose = (version: Shared) =>
					mine.state === 'good' && sameContent(mine.value, version) ? '本机的' : '文件里的';
				return (
					<fieldset key={key}>
						<legend>{labelOf(conflict)}</legend>
						<div class="sides">
							{versions.map((version) => (
								<label class="side" key={canonical(version)}>
									<input
										type="radio"
										name={key}
										checked={chosen === version || (chosen !== undefined && sameContent(chosen, version))}
										onChange={() => pick(conflict, version)}
									/>
									<span>
										<b>用{whose(version)}</b> <When at={version.updatedAt} />
										{sayVersion(told.get(kind.name), version, versions, nameOf).map((line) => (
											<span key={line}>
												<br />
												{line}
											</span>
										))}
									</span>
								</label>
							))}
						</div>
						<label class="side">
							<input
								type="radio"
								name={key}
								checked={chosen === undefined}
								onChange={() => pick(conflict, undefined)}
							/>
							<span>先都留着，以后再定</span>
						</label>
					</fieldset>
				);
			})}
		</div>
	);
}

/** The lines of all tables that came. */
const orderOf = (forms: ReadonlyMap<string, TableForm>) =>
	new Map([...forms.values()].flatMap(({ rubric }) => [...labelsOf(rubric)]));

/** Until 2026-11 nobody noted when the unit was written. */
const When = ({ at }: { at: string }) =>
	Date.parse(at) > 0 ? <span class="small">{new Date(at).toLocaleString('zh-CN')}</span> : null;

/** What one of several versions says, field by field; left out is what none of them says. */
function sayVersion(by: Told<Shared> | undefined, version: Shared, all: readonly Shared[], nameOf: NameOf): string[] {
	if (!by) return [canonical(version)];
	const { fields } = by;
	const empty = by.kind.empty();
	const valueIn = (record: Shared, field: string) => record[field as keyof Shared];
	return Object.entries(fields).flatMap(([field, name]) => {
		if (all.every((each) => canonical(valueIn(each, field)) === canonical(valueIn(empty, field)))) return [];
		const value = valueIn(version, field);
		return [`${name}：${sayBy(by, value, nameOf)}`];
	});
}
