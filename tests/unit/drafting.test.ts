import { test } from 'vitest';
import { draft, sayDraft } from '../../src/drafting/draft.ts';
import { library, usual } from '../fixtures/takeaway.ts';
test('x', () => {
 for (const r of library.rubrics) { const g = usual(r);
  const told = { plan: library.drafts, facts: (id: string) => id === 'accidents' ? '' : `〈${id}〉`, factLabel: (id: string) => id, own: () => '第一段\n第二段。', form: g.form, lines: g.lines, result: g.result };
  for (const { text } of library.drafts) { const d = draft(text, told); console.log(`=== ${r.id} ${text}\n${sayDraft(d)}\n--- missing ${d.missing.map(m=>m.label).join(' ')}`); }
 }
});
