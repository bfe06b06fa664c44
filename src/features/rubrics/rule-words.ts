import type { Rule } from '../../schemas/rubric.ts';

/** How a line gives its points, in a few words; options that only we list do not count. */
export function ruleWords(rule: Rule): string {
	switch (rule.kind) {
		case 'choice': {
			const printed = rule.options.filter(({ text }) => text !== undefined).length;
			return printed === 1 ? '全得或不得' : `${printed} 档取一`;
		}
		case 'sum':
			return `${rule.parts.length} 部分相加`;
		case 'tally':
			return `按数累计，最多 ${rule.cap} 分`;
	}
}
