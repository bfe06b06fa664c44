import type { Rule } from '../../schemas/rubric.ts';

/** How a line gives its points, in a few words. */
export function ruleWords(rule: Rule): string {
	switch (rule.kind) {
		case 'choice':
			return rule.options.length === 2 ? '全得或不得' : `${rule.options.length} 档选一`;
		case 'sum':
			return `${rule.parts.length} 部分相加`;
		case 'tally':
			return `按数累计，最多 ${rule.cap} 分`;
	}
}
