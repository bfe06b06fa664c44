import type { Award, Rule } from '../schemas/rubric.ts';
import { choice } from './rules/choice.ts';
import type { RuleKind } from './rules/rule.ts';
import { sum } from './rules/sum.ts';
import { tally } from './rules/tally.ts';

/** Every kind of rule; a new one is a file in `rules/`, a word here and one in rules-data.ts. */
export const ruleKinds = new Map<string, RuleKind>([choice, sum, tally].map((kind) => [kind.kind, kind as RuleKind]));

/** A table was parsed: its rules are of kinds that there are. */
export const kindOf = ({ kind }: Rule): RuleKind => ruleKinds.get(kind) as RuleKind;

/** The ways to earn points that a rule knows. */
export const awardsOf = ({ rule }: { rule: Rule }): readonly Award[] => kindOf(rule).awards(rule);
