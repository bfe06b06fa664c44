import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { goodChecks } from '../../checks/checks.ts';
import type { Standing } from '../../checks/standing.ts';
import { checkAll, type Hint } from '../../forms/checks/check-all.ts';
import type { Entry } from '../../kept/kind.ts';
import { factsIn } from '../../pilots/facts.ts';
import { toldOf } from '../../pilots/told.ts';
import type { SlimRubric } from '../../rubric/slim.ts';
import type { Check } from '../../schemas/saved-check.ts';
import { supply } from '../../supply/supply.ts';
import { reached } from '../../ui/reached.ts';
import { today } from '../../ui/today.ts';
import { useStore } from '../../ui/use-store.ts';
import { url } from '../../url.ts';
import type { LivePlace } from './form-page.ts';
import type { FormSession } from './form-session.ts';
import type { Reason, Reasons } from './reasons.ts';

interface Props {
	session: FormSession;
	form: string;
	places: readonly LivePlace[];
	/** What stands below the hints, and comes with them. */
	children: ComponentChildren;
}

/** What reckons a self-check comes only where there is one, and when someone reaches for the form: it weighs much. */
async function standingOf(check: Check, all: readonly Entry[]): Promise<Standing> {
	await reached;
	const [{ standingOf: reckon }, { rubric }] = await Promise.all([
		import('../../checks/standing.ts'),
		supply<{ rubric: SlimRubric }>(`forms/${check.rubric}`),
	]);
	const kept = new Map(all);
	const facts = factsIn(check.pilot, (key) => kept.get(key));
	return reckon(check, all, facts, rubric);
}

/** What does not seem to fit, as it is typed; it hinders nothing but what the clause forbids. */
export function Hints({ session, form, places, children }: Props) {
	const { facts, own, records, pilot } = session;
	useStore(facts.$entries);
	useStore(own.$entries);
	const [all, setAll] = useState<readonly Entry[]>([]);
	const [reasons, setReasons] = useState<Reasons['checks']>();
	useEffect(() => {
		records.all().then(setAll, () => undefined);
		supply<Reasons>('form-checks').then(
			({ checks }) => setReasons(checks),
			() => setReasons({}),
		);
	}, []);
	const [check] = goodChecks(all)
		.filter((each) => each.pilot === pilot && !each.part)
		.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
	const [standing, setStanding] = useState<Standing>();
	useEffect(() => {
		if (check)
			standingOf(check, all).then(setStanding, () => {
				// Of a table that does not come nothing is told.
			});
	}, [check?.id, all]);
	const stored = toldOf(all, pilot, today());
	const hints = checkAll({
		...stored,
		fact: session.saying.fact,
		own: (id, field) => (id === form ? own.$entries.get()[field] : stored.own(id, field)),
		...(standing && {
			standing: {
				claimed: `${standing.claimed}`,
				total: `${standing.total}`,
				done: standing.done,
				lines: standing.lines,
			},
		}),
	}).filter((hint) => !hint.bars && concerns(hint, form, places));
	if (!reasons) return null;
	return (
		<>
			{hints.length > 0 && (
				<section class="hints on-screen">
					<h2>要留意</h2>
					<ul>
						{hints.map((hint) => (
							<li key={`${hint.check} ${hint.at.join(' ')} ${hint.text}`}>
								{hint.text}
								<Where {...{ hint, form, places }} />
								<Why reason={reasons[hint.check]} />
							</li>
						))}
					</ul>
				</section>
			)}
			{children}
		</>
	);
}

/** Where on this page something is said that a hint is about. */
function placeAt(at: string, form: string, places: readonly LivePlace[]): LivePlace | undefined {
	const [of = '', field] = at.split('#');
	if (field === undefined) return places.find(({ facts = [] }) => facts.some(({ id }) => id === of));
	if (of !== form) return undefined;
	return places.find((place) => place.field?.id === field || (place.facts && field === place.key));
}

const concerns = ({ forms, at }: Hint, form: string, places: readonly LivePlace[]): boolean =>
	forms.length > 0 ? forms.includes(form) : at.some((each) => placeAt(each, form, places));

function Where({ hint: { at }, form, places }: { hint: Hint } & Pick<Props, 'form' | 'places'>) {
	const here = [...new Set(at.flatMap((each) => placeAt(each, form, places) ?? []))];
	const elsewhere = at.filter((each) => each.includes('#') && !each.startsWith(`${form}#`));
	return (
		<span class="small">
			{here.map(({ key, label }) => (
				<span key={key}>
					{' '}
					<a href={`#${key}`}>{label}</a>
				</span>
			))}
			{here.length === 0 &&
				elsewhere.slice(0, 1).map((each) => {
					const [of = '', field] = each.split('#');
					return (
						<span key={each}>
							{' '}
							<a href={url.form(of, field)}>去那一栏</a>
						</span>
					);
				})}
		</span>
	);
}

function Why({ reason }: { reason: Reason | undefined }) {
	if (!reason) return null;
	return (
		<span class="small">
			{reason.cited.map(({ quote, place, address }) => (
				<span key={address + quote}>
					{' '}
					“{quote}”<a href={url.fromRoot(address)}>{place}</a>
				</span>
			))}
			{reason.standard && ` ${reason.standard}`}
		</span>
	);
}
