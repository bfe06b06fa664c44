import { useState } from 'preact/hooks';
import { freshId } from '../../kept/ids.ts';
import type { Paperwork } from '../../paperwork/paperwork.ts';
import { stepsOf } from '../../planning/work-plan.ts';
import type { FormRow } from '../../schemas/saved-form.ts';
import { download } from '../../ui/download.ts';
import { NotRead } from '../../ui/NotRead.tsx';
import { today } from '../../ui/today.ts';
import { url } from '../../url.ts';
import type { PlanSession } from './plan-session.ts';

/** Where an application plans its steps. */
const stepsAt = 'application#steps';

const writers: { [ending in 'docx' | 'xlsx']: () => Promise<(paperwork: Paperwork) => Promise<Blob>> } = {
	docx: () => import('../../paperwork/docx.ts').then(({ writeDocx }) => writeDocx),
	xlsx: () => import('../../paperwork/xlsx.ts').then(({ writeXlsx }) => writeXlsx),
};

/** What leaves a work plan: a paper, and the steps of the application. */
export function TakeWork({ session, rows }: { session: PlanSession; rows: readonly FormRow[] }) {
	const [said, setSaid] = useState('');
	const [failed, setFailed] = useState(false);
	const [before, setBefore] = useState<FormRow[]>();
	const save = async (ending: 'docx' | 'xlsx') => {
		setFailed(false);
		setSaid('正在做工作计划……');
		const [{ workPaper }, write] = await Promise.all([import('../../planning/work-paper.ts'), writers[ending]()]);
		const { unit, pilot, begins, ends } = session.factsNow();
		const paper = workPaper({ unit, pilot, begins, ends, rows });
		const parts = { unit, table: '', check: pilot, what: paper.name, day: today(), ending };
		setSaid(download(parts, await write(paper)) ? '工作计划做好了，在浏览器的下载里。' : '');
	};
	const run = (ending: 'docx' | 'xlsx') =>
		void save(ending).catch(() => {
			setSaid('');
			setFailed(true);
		});
	const steps = session.rows(stepsAt);
	const fill = (kept: readonly FormRow[]) => {
		setBefore([...session.rows(stepsAt)]);
		session.putRows(stepsAt, [...kept, ...stepsOf(rows).map((cells) => ({ id: freshId(), cells }))]);
	};
	return (
		<section class="take-away">
			<h2>带走</h2>
			<p class="tools">
				<button type="button" aria-label="工作计划，Word 文件" onClick={() => run('docx')}>
					Word 文件
				</button>
				<button type="button" aria-label="工作计划，Excel 文件" onClick={() => run('xlsx')}>
					Excel 文件
				</button>
			</p>
			<p role="status">{said}</p>
			{failed && <NotRead what="没有做成" />}
			<h3>
				填进<a href={url.form('application', 'steps')}>试点申请书</a>的“计划工作步骤”
			</h3>
			{steps.length > 0 && <p class="small">那里现在有 {steps.length} 行。</p>}
			<p class="tools">
				{steps.length === 0 ? (
					<button type="button" onClick={() => fill([])}>
						填进去
					</button>
				) : (
					<>
						<button type="button" onClick={() => fill(steps)}>
							接在后面
						</button>
						<button type="button" onClick={() => fill([])}>
							换掉那里的
						</button>
					</>
				)}
			</p>
			<div role="status">
				{before && steps.length > 0 && (
					<p class="tools">
						填好了，申请书里现在有 {steps.length} 行。
						<button
							type="button"
							onClick={() => {
								session.putRows(stepsAt, before);
								setBefore(undefined);
							}}
						>
							撤回
						</button>
					</p>
				)}
			</div>
		</section>
	);
}
