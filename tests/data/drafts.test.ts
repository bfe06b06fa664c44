import { describe, expect, test } from 'vitest';
import { checkDrafts, readDrafts } from '../../src/content/drafts.ts';
import { loadLibrary } from '../../src/content/library.ts';
import type { DraftPlan, PartPlan } from '../../src/schemas/draft-plan.ts';
import { draftPlan } from '../../src/schemas/draft-plan.ts';

const library = loadLibrary('.');
const plan = readDrafts('.');

const problems = (spoilt: DraftPlan) => checkDrafts(spoilt, library).map(({ problem }) => problem);

/** The plan with the first part of a text changed. */
const changed = (text: string, change: (part: PartPlan) => PartPlan): DraftPlan =>
	plan.map((each) => (each.text === text ? { ...each, parts: each.parts.map(change) } : each));

test('nothing is wrong with ours, and the texts that can be drafted are these', () => {
	expect(problems(plan)).toEqual([]);
	expect(plan.map(({ text }) => text)).toEqual([
		'evaluation-application#self-check-report',
		'review-self-inspection#self-inspection',
		'summary-report#organisation',
		'summary-report#system',
		'summary-report#application',
		'summary-report#tasks',
		'summary-report#effects',
		'application#conditions',
		'application#self-evaluation',
		'review-application#self-evaluation',
	]);
});

describe('is found:', () => {
	test.each<[string, DraftPlan, string | RegExp]>([
		['a text twice', [...plan, plan[0] as DraftPlan[number]], 'evaluation-application#self-check-report stands twice.'],
		[
			'a text that is no long text',
			[{ text: 'application#steps', level: 1, parts: [] }, ...plan],
			'application#steps is no long text of a form.',
		],
		[
			'a fact that there is not',
			changed('summary-report#system', (part) => ({ ...part, facts: [{ fact: 'since', say: '自{}。' }] })),
			'summary-report#system: there is no fact since.',
		],
		[
			'a field that there is not',
			changed('summary-report#tasks', (part) => ({ ...part, fields: [{ field: 'application#aims', as: '目标' }] })),
			'summary-report#tasks: application#aims is no long text of a form.',
		],
		[
			'a table that there is not',
			changed('summary-report#tasks', (part) => ({ ...part, share: { ...part.share, city: ['c1-1'] } })),
			'summary-report#tasks: there is no table city.',
		],
		[
			'a section or line that there is not',
			changed('application#conditions', (part) => ({ ...part, lines: { national: ['c9-9'] } })),
			'application#conditions: national has no “c9-9”.',
		],
		[
			'a line without a place',
			changed('summary-report#effects', ({ share, ...part }) => ({
				...part,
				share: { ...share, 'jiguan-shiwu': ['实施效果（24 分）'], national: ['B8保障和改善民生（10分）'] },
			})),
			'summary-report: national c24-1 has no place.',
		],
		[
			'two parts for the same',
			changed('summary-report#effects', ({ share, ...part }) => ({
				...part,
				share: { ...share, 'jiguan-shiwu': ['n7', '实施效果（24 分）'] },
			})),
			'summary-report: jiguan-shiwu “n7” stands twice.',
		],
		[
			'nowhere for the rest',
			changed('summary-report#tasks', ({ rest, ...part }) => part),
			'summary-report: one share takes the rest.',
		],
		[
			'words that are not the clause’s',
			changed('application#conditions', (part) => ({
				...part,
				heading: { clause: 'xize-2013#art-9.1', quote: '具有明确的公共服务职能' },
			})),
			/is not a phrase of xize-2013#art-9\.1/,
		],
	])('%s', (_, spoilt, problem) => {
		expect(problems(spoilt)).toContainEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
	});

	test.each([
		['a sentence without a place for what was typed', { facts: [{ fact: 'built', say: '已建立。' }] }],
		['all lines and some', { whole: true, lines: { national: ['c1-1'] } }],
		['a rest of nothing', { rest: true }],
	])('%s', (_, part) => {
		expect(draftPlan.safeParse([{ text: 'a#b', level: 1, parts: [part] }]).success).toBe(false);
		expect(draftPlan.safeParse([{ text: 'a#b', level: 1, parts: [{}] }]).success).toBe(true);
	});
});
