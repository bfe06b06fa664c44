import type { Form, Values } from '../../fields/values.ts';
import type { Values as RuleValues } from '../../rubric/rules/rule.ts';
import { kindOf } from '../../rubric/rules.ts';
import type { Answer } from '../../rubric/situation.ts';
import type { Criterion } from '../../schemas/rubric.ts';
import type { LineRecord, SavedAnswer } from '../../schemas/saved-check.ts';

/* Between the fields of one line and its record. A line without a criterion is a veto or a condition. */

function answerIn(criterion: Criterion | undefined, values: Values): SavedAnswer | undefined {
	if (criterion) return kindOf(criterion.rule).answer(values as RuleValues) as SavedAnswer | undefined;
	const { '': met } = values;
	return met ? { met: met === 'open' ? null : met === 'yes' } : undefined;
}

const metValue = (met: unknown): string => (met === null ? 'open' : met ? 'yes' : 'no');

/** What an answer puts into fields. */
const valuesOf = (criterion: Criterion | undefined, answer: SavedAnswer): Values =>
	'met' in answer ? { '': metValue(answer.met) } : criterion ? kindOf(criterion.rule).values(answer as Answer) : {};

export const lineForm = (criterion: Criterion | undefined): Form<LineRecord> => ({
	values: ({ answer, note, reason, later }) => ({
		...(answer && valuesOf(criterion, answer)),
		note,
		reason,
		later,
		na: answer && 'notApplicable' in answer,
	}),
	change(values, name) {
		if (/^(note|reason|later)$/.test(name)) return { [name]: values[name] };
		// Whoever says how the line is met says that it applies.
		return { answer: name === 'na' && values.na ? { notApplicable: true } : answerIn(criterion, values) };
	},
});
