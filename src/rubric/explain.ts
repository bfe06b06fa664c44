import type { Criterion, Rubric } from '../schemas/rubric.ts';
import type { Conclusion } from './conclusion.ts';
import { maySkip } from './line.ts';
import { kindOf } from './rules.ts';
import type { Gain, Sums } from './score.ts';
import type { Answer } from './situation.ts';

const sentence = (parts: readonly string[]): string => `${parts.join('；')}。`;

/** Why a line gives the points it gives, and why not more, in words. */
export function explain(criterion: Criterion, answer: Answer | undefined, sector?: string): string {
	const { rule, points } = criterion;
	if (answer && 'notApplicable' in answer)
		if (maySkip(criterion, sector)) return '填了不适用：文件没有写明不适用怎样计分，谨慎的读法按 0 分计。';
		else return `这一项不能填不适用，还没有填，最多 ${points} 分。`;
	return sentence(kindOf(rule).explain(rule, answer, points));
}

/** The three sums in words. */
export const saySums = ({ claimed, backed, reachable }: Sums): string =>
	`自评 ${claimed} 分，其中 ${backed} 分已有佐证，最高还能到 ${reachable} 分。`;

/** Why a line can still gain. */
export const sayGain = ({ state }: Pick<Gain, 'state'>): string =>
	state === 'unanswered' ? '还没有填' : state === 'partly' ? '没有填全' : '可以提高';

const some = (ids: readonly string[], how: string): string[] =>
	ids.length > 0 ? [`有 ${ids.length} 项参评条件或否决项${how}`] : [];

/** The conclusion in words: what is failed or open first, then the score. */
export function sayConclusion({ threshold }: Pick<Rubric, 'threshold'>, conclusion: Conclusion): string {
	if (conclusion.kind === 'no-threshold' || !threshold) return '文件未公布合格分数线。';
	const { name, points, means } = threshold;
	const { lacking, lackingBacked, lackingAtBest } = conclusion;
	const line = `${name} ${points} 分`;
	const first = [...some(conclusion.failed, '不满足'), ...some(conclusion.unsaid, '还没有确认')];
	const far = `距${line}还差 ${lacking} 分`;
	switch (conclusion.kind) {
		case 'impossible':
			if (lackingAtBest > 0) first.push(`按现在的填法最高也到不了${line}，差 ${lackingAtBest} 分`);
			else if (lacking > 0) first.push(far);
			return sentence(['已不可能', ...first]);
		case 'open':
			return sentence(['未定', ...first, lacking > 0 ? far : `自评已到${line}`]);
		case 'reached':
			if (lackingBacked > 0) first.push(`有佐证的分还差 ${lackingBacked} 分`);
			return sentence([`已达线：自评已到${line}`, ...first, means]);
	}
}
