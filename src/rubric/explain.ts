import type { Criterion, Rubric } from '../schemas/rubric.ts';
import type { Conclusion } from './conclusion.ts';
import { leftOf } from './left.ts';
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

/** The sums in words: what is claimed, and what all the rest is. */
export function saySums(sums: Sums, of: number): string {
	const { open, raise, none } = leftOf(sums, of);
	const skipped = none > 0 ? `，不适用的 ${none} 分` : '';
	return `自评 ${sums.claimed} 分，其中 ${sums.backed} 分已有佐证；还没填的 ${open} 分，已填还能提高的 ${raise} 分${skipped}。`;
}

/** Why a line can still gain. */
export const sayGain = ({ state }: Pick<Gain, 'state'>): string =>
	state === 'unanswered' ? '还没有填' : state === 'partly' ? '没有填全' : '可以提高';

const some = (ids: readonly string[], how: string): string[] =>
	ids.length > 0 ? [`有 ${ids.length} 项参评条件或否决项${how}`] : [];

/** The conclusion in words: what is failed or open first, then the score. */
export function sayConclusion({ threshold }: Pick<Rubric, 'threshold'>, conclusion: Conclusion): string {
	if (conclusion.kind === 'no-threshold' || !threshold) return '文件未公布合格分数线。';
	const { name, points, means } = threshold;
	const { lacking, lackingBacked, lackingAtBest, lackingAtMost } = conclusion;
	const line = `${name} ${points} 分`;
	const first = [...some(conclusion.failed, '不满足，这样评不上'), ...some(conclusion.unsaid, '还没有确认')];
	const far = `距${line}还差 ${lacking} 分`;
	switch (conclusion.kind) {
		case 'impossible':
			if (lackingAtMost > 0) first.push(`每一项都做到最好，也到不了${line}，差 ${lackingAtMost} 分`);
			else if (lackingAtBest > 0) first.push(`还没填的都拿满，也到不了${line}，差 ${lackingAtBest} 分，要靠提高已填的`);
			else if (lacking > 0) first.push(far);
			return sentence(first);
		case 'open':
			return sentence(['未定', ...first, lacking > 0 ? far : `自评已到${line}`]);
		case 'reached':
			if (lackingBacked > 0) first.push(`有佐证的分还差 ${lackingBacked} 分`);
			return sentence([`已达线：自评已到${line}`, ...first, means]);
	}
}
