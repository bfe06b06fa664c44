import { useState } from 'preact/hooks';
import type { ReadLine } from '../../evidence/papers.ts';
import type { KeptCheck, KeptPilot } from '../../kept/backup.ts';
import { openKept } from '../../kept/open.ts';
import { actionList } from '../../papers/action-list.ts';
import { brief } from '../../papers/brief.ts';
import { evidenceList } from '../../papers/evidence-list.ts';
import type { Given } from '../../papers/given.ts';
import { loadTableForm } from '../../papers/load-table-form.ts';
import { selfAssessment } from '../../papers/self-assessment.ts';
import type { Paperwork } from '../../paperwork/paperwork.ts';
import { aheadOf, sayAhead } from '../../pilots/ahead.ts';
import type { Facts } from '../../pilots/facts.ts';
import type { Result } from '../../rubric/score.ts';
import type { SlimRubric } from '../../rubric/slim.ts';
import { download } from '../../ui/download.ts';
import { NotRead } from '../../ui/NotRead.tsx';
import { today } from '../../ui/today.ts';
import { HandOut } from './HandOut.tsx';
import { Sheet } from './Sheet.tsx';
import { useStyles } from './styles.ts';

interface Props {
	kept: KeptCheck;
	facts: Facts;
	/** What goes into a file of it besides the check. */
	pilot: KeptPilot;
	/** Its lines as they are read. */
	lines: { [line: string]: ReadLine };
	result: Result;
	rubric: SlimRubric;
}

interface Offer {
	name: string;
	what: string;
	build: (given: Given) => Paperwork;
	excel: boolean;
}

const offers: readonly Offer[] = [
	{ name: '自评表', what: '按原表的栏目和次序，填上自评分值、说明和佐证', build: selfAssessment, excel: true },
	{ name: '迎评材料目录', what: '按评分表的次序列出每一份佐证和存放处', build: evidenceList, excel: true },
	{ name: '整改清单', what: '还差的分，多的在前，留出责任人和时限', build: actionList, excel: true },
	{ name: '自查简报', what: '一页纸：现在几分、否决项、各部分、先补哪几项', build: brief, excel: false },
];

type Ending = 'docx' | 'xlsx';

/** The programs that write these files are fetched when the first of them is asked for. */
const writers: { [ending in Ending]: () => Promise<(paperwork: Paperwork) => Promise<Blob>> } = {
	docx: () => import('../../paperwork/docx.ts').then(({ writeDocx }) => writeDocx),
	xlsx: () => import('../../paperwork/xlsx.ts').then(({ writeXlsx }) => writeXlsx),
};

/** Read anew: the page of a check keeps nothing of it. A paper is made without it where it cannot be read. */
const aheadNow = (pilot: string): Promise<string[]> =>
	openKept()
		.then(({ all }) => all())
		.then((all) => aheadOf(all, pilot, today()))
		.then(sayAhead, () => []);

/** What of a check can leave: papers, and parts for colleagues. */
export function TakeAway({ kept, facts, pilot, lines, result, rubric }: Props) {
	useStyles();
	const [said, setSaid] = useState('');
	const [failed, setFailed] = useState(false);
	const [shown, setShown] = useState<Paperwork>();
	const build = async (offer: Offer): Promise<Paperwork> => {
		const { check } = kept;
		const [form, ahead] = await Promise.all([loadTableForm(rubric.id), aheadNow(check.pilot)]);
		return offer.build({ form, check, facts, lines, rubric, result, ahead, today: today() });
	};
	const save = async (offer: Offer, ending: Ending) => {
		setFailed(false);
		setSaid(`正在做${offer.name}……`);
		const [paperwork, write] = await Promise.all([build(offer), writers[ending]()]);
		const parts = { unit: facts.unit, table: rubric.short, check: kept.check.name, what: offer.name };
		const saved = download({ ...parts, day: today(), ending }, await write(paperwork), 'check');
		setSaid(saved ? `${offer.name}做好了，在浏览器的下载里。` : '');
	};
	const run = (work: Promise<unknown>) =>
		void work.catch(() => {
			setSaid('');
			setFailed(true);
		});
	return (
		<div class="take-away">
			<p class="small">都标着“自查，非官方结论”。文件在这台电脑上做出来，不经过网络。</p>
			<ul class="offers">
				{offers.map((offer) => (
					<li key={offer.name}>
						<p>
							<b>{offer.name}</b> <span class="small">{offer.what}</span>
						</p>
						<p class="tools">
							<button type="button" aria-label={`${offer.name}，Word 文件`} onClick={() => run(save(offer, 'docx'))}>
								Word 文件
							</button>
							{offer.excel ? (
								<button type="button" aria-label={`${offer.name}，Excel 文件`} onClick={() => run(save(offer, 'xlsx'))}>
									Excel 文件
								</button>
							) : (
								<button type="button" onClick={() => run(build(offer).then(setShown))}>
									看一看，打印
								</button>
							)}
						</p>
					</li>
				))}
			</ul>
			<p role="status">{said}</p>
			{failed && <NotRead what="没有做成" />}
			{shown && <Sheet paperwork={shown} close={() => setShown(undefined)} />}
			<HandOut {...{ kept, facts, pilot, rubric }} />
		</div>
	);
}
