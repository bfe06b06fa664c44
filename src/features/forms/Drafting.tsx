import { useEffect, useState } from 'preact/hooks';
import { ChooseCheck } from '../../checks/ChooseCheck.tsx';
import { goodChecks } from '../../checks/checks.ts';
import { type Change, compare, take } from '../../drafting/compare.ts';
import { draft, sayDraft } from '../../drafting/draft.ts';
import type { Draft, Origin } from '../../drafting/told.ts';
import type { Entry } from '../../kept/kind.ts';
import { givenOf } from '../../papers/given-of.ts';
import { loadTableForm, type TableForm } from '../../papers/load-table-form.ts';
import { toldOf } from '../../pilots/told.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { supply } from '../../supply/supply.ts';
import { NotRead } from '../../ui/NotRead.tsx';
import { dayOf, today } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import { Changes } from './Changes.tsx';
import type { DraftPlanData } from './draft-plan-data.ts';
import type { FormSession } from './form-session.ts';

interface Props {
	session: FormSession;
	form: string;
	field: string;
}

interface Sources {
	all: readonly Entry[];
	checks: Check[];
	plan: DraftPlanData;
	/** The check that is drafted from, and its table. */
	check: Check | undefined;
	table: TableForm | undefined;
}

async function sourcesOf({ records, pilot }: FormSession): Promise<Sources> {
	const all = await records.all();
	const checks = goodChecks(all).filter((each) => each.pilot === pilot && !each.part);
	const [check] = checks;
	const [plan, table] = await Promise.all([
		supply<DraftPlanData>('drafts'),
		check ? loadTableForm(check.rubric) : undefined,
	]);
	return { all, checks, plan, check, table };
}

/** A text drafted from what the unit wrote elsewhere: taken over into an empty field, else compared with what stands. */
export function Drafting(props: Props) {
	const { session, form, field } = props;
	const [sources, setSources] = useState<Sources>();
	const [failed, setFailed] = useState(false);
	const look = () =>
		void sourcesOf(session).then(setSources, () => {
			setFailed(true);
		});
	useEffect(look, []);
	if (failed) return <NotRead what="起草要用的没有读到" again={look} />;
	if (!sources) return <p role="status">正在看自查里写了什么……</p>;
	const { all, checks, check, plan, table } = sources;
	const choose = (id: string) => {
		const chosen = checks.find((each) => each.id === id);
		if (chosen)
			loadTableForm(chosen.rubric).then(
				(of) => setSources({ ...sources, check: chosen, table: of }),
				() => setFailed(true),
			);
	};
	if (!check || !table)
		return (
			<p class="small" role="status">
				起草取自自查里写的说明和登记的材料，现在还没有自查。<a href={url.checks}>开始一份自查</a>
			</p>
		);
	const given = givenOf(check, all, table, today());
	const stored = toldOf(all, session.pilot, today());
	const drafted = draft(`${form}#${field}`, {
		plan: plan.plan,
		facts: session.saying.fact,
		factLabel: (id) => plan.factLabels[id] ?? id,
		own: (of, name) => (of === form ? session.saying.own(name) : stored.own(of, name))?.said ?? '',
		form: table,
		lines: given.lines,
		rubric: table.rubric,
		result: given.result,
	});
	return (
		<div class="drafting">
			{checks.length > 1 && (
				<div class="small">
					<ChooseCheck label="取自" {...{ checks, choose }} chosen={check.id} />
				</div>
			)}
			<Drafted {...props} drafted={drafted} check={check} />
		</div>
	);
}

function Drafted({ session: { own }, field, drafted, check }: Props & { drafted: Draft; check: Check }) {
	const record = useStore(own.$entries, (entries) => entries[field]) ?? own.of(field);
	const [before, setBefore] = useState<{ said: string; drafted: string }>();
	const now = sayDraft(drafted);
	const put = (said: string, base: string) => {
		setBefore({ said: record.said, drafted: record.drafted });
		own.edit(field, { said, drafted: base });
	};
	const changes = compare({ base: record.drafted, stands: record.said, now });
	/** What was taken over before, with one paragraph decided: it is not asked about again. */
	const settled = ({ was, now: says }: Change): string => {
		const own = compare({ base: record.drafted, stands: record.drafted, now });
		const same = own.find((each) => each.was === was && each.now === says);
		return same ? take(record.drafted, same) : record.drafted;
	};
	return (
		<>
			{now === '' ? (
				<p class="small" role="status">
					自查里还没有可以起草的内容。
				</p>
			) : record.said.trim() === '' ? (
				<>
					<p class="small" role="status">
						“{check.name}”（{dayOf(check.updatedAt)} 改过）里写的，能起草 {drafted.paragraphs.length}{' '}
						段；每一句都取自填过的内容，没有另加。
					</p>
					<p class="tools">
						<button type="button" onClick={() => put(now, now)}>
							用这份草稿
						</button>
					</p>
				</>
			) : (
				<Changes
					{...{ changes }}
					take={(change) => put(take(record.said, change), settled(change))}
					keep={(change) => put(record.said, settled(change))}
					keepAll={() => put(record.said, now)}
				/>
			)}
			{before && (
				<p class="tools">
					<button
						type="button"
						onClick={() => {
							own.edit(field, before);
							setBefore(undefined);
						}}
					>
						撤回刚才这一步
					</button>
				</p>
			)}
			<Traced drafted={drafted} check={check} />
			{drafted.missing.length > 0 && (
				<details>
					<summary>草稿里没有的 {drafted.missing.length} 处</summary>
					<p class="small">这些还没有写，或者材料已经不在，所以草稿里没有：</p>
					<p class="small">
						{drafted.missing.map((origin, i) => (
							<span key={`${origin.kind} ${origin.id}`}>
								{i > 0 && '、'}
								<From {...{ origin, check }} />
							</span>
						))}
					</p>
				</details>
			)}
		</>
	);
}

const From = ({ origin: { kind, id, label }, check }: { origin: Origin; check: Check }) => {
	const to = {
		line: `${url.check(check.rubric, check.id)}#${id}`,
		fact: url.facts,
		paper: url.evidence,
		form: url.form(...(id.split('#') as [string, string?])),
		clause: url.document(...(id.split('#') as [string, string?])),
	}[kind];
	return <a href={to}>{label}</a>;
};

/** Each sentence with where it was typed. */
const Traced = ({ drafted: { paragraphs }, check }: { drafted: Draft; check: Check }) =>
	paragraphs.length === 0 ? null : (
		<details>
			<summary>草稿的每一句从哪里来</summary>
			{paragraphs.map(({ key, sentences, heading }) => (
				<p key={key} class="small">
					{sentences.map(({ text, from }, i) => (
						<span key={`${i}`}>
							{heading ? <b>{text}</b> : text}
							{!heading &&
								from.map((origin) => (
									<span key={`${origin.kind} ${origin.id}`}>
										{' '}
										〔
										<From {...{ origin, check }} />〕
									</span>
								))}
						</span>
					))}
				</p>
			))}
		</details>
	);
