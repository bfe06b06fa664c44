import type { PhaseData } from '../../planning/phase-data.ts';
import type { Cited, PlanData } from '../../planning/plan-data.ts';
import type { Citation } from '../../schemas/citation.ts';
import { library } from '../../text/library.ts';
import { placeName, placeOfClause, placeUrl } from '../../text/place.ts';

const cite = ({ clause, quote }: Citation): Cited => {
	const place = placeOfClause(clause);
	return { quote, place: placeName(place), address: placeUrl(place) };
};

export function planData(): PlanData {
	const { plan, facts } = library();
	const { events, periods, silences } = plan;
	const labels = new Map(facts.flatMap((group) => group.facts.map(({ id, label }) => [id, label] as const)));
	return {
		format: 1,
		events: events.map((event) => {
			const called = labels.get(event.typed ?? '');
			return { ...event, ...(called && called !== event.name && { called }) };
		}),
		periods: periods.map(({ because, missed, ...period }) => ({
			...period,
			because: because.map(cite),
			...(missed && { missed: { says: missed.says, because: cite(missed.because) } }),
		})),
		silences: silences.map(({ near, ...silence }) => ({ ...silence, near: near.map(cite) })),
	};
}

export function phaseData(): PhaseData {
	const { table, whole, phases } = library().plan.phases;
	return {
		format: 1,
		table,
		whole: { ...whole, because: cite(whole.because) },
		phases: phases.map(({ clause, tasks, bodies, ...phase }) => {
			const place = placeOfClause(clause);
			return {
				...phase,
				place: placeName(place),
				address: placeUrl(place),
				tasks: tasks.map(cite),
				bodies: bodies.map(({ because, ...body }) => ({ ...body, because: cite(because) })),
			};
		}),
	};
}
