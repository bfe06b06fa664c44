import { useState } from 'preact/hooks';
import type { Paperwork } from '../../paperwork/paperwork.ts';
import { download } from '../../ui/download.ts';
import { NotRead } from '../../ui/NotRead.tsx';
import { today } from '../../ui/today.ts';
import type { WalkProblem } from './problems.ts';
import type { Walk } from './walk-session.ts';
import { walkInWords } from './walk-words.ts';

interface Props {
	problems: readonly WalkProblem[];
	walk: Walk;
	/** What it is called whose hall was walked through. */
	unit: string;
}

/** The builder and the programs that write these files are fetched when the first of them is asked for. */
const writers: { [ending in 'docx' | 'xlsx']: () => Promise<(paperwork: Paperwork) => Promise<Blob>> } = {
	docx: () => import('../../paperwork/docx.ts').then(({ writeDocx }) => writeDocx),
	xlsx: () => import('../../paperwork/xlsx.ts').then(({ writeXlsx }) => writeXlsx),
};

/** What is to be put right, as a file to hand round. */
export function ExportList({ problems, walk, unit }: Props) {
	const [said, setSaid] = useState('');
	const [failed, setFailed] = useState(false);
	const save = async (ending: 'docx' | 'xlsx') => {
		setFailed(false);
		setSaid('正在做整改清单……');
		const [{ rectificationList }, write] = await Promise.all([import('./rectification-list.ts'), writers[ending]()]);
		const entries = Object.entries(walk);
		const given = Object.fromEntries(entries.map(([clause, { record }]) => [clause, record]));
		const day = today();
		const paperwork = rectificationList({ problems, records: given, unit, today: day });
		const parts = { unit, table: '现场检查', check: '', what: paperwork.name, day, ending };
		const toMend = problems.filter(({ clause }) => given[clause]?.finding === 'mend');
		const words = walkInWords({ title: paperwork.title, unit, today: day, problems: toMend, walk });
		const saved = download(parts, await write(paperwork), { words });
		setSaid(saved ? '整改清单做好了，在浏览器的下载里。' : '');
	};
	const run = (ending: 'docx' | 'xlsx') =>
		void save(ending).catch(() => {
			setSaid('');
			setFailed(true);
		});
	return (
		<>
			<p>
				<b>整改清单</b>{' '}
				<span class="small">
					只列待整改的：问题、依据、危及的评分项、责任人、时限、备注。文件在这台设备上做出来，不经过网络。
				</span>
			</p>
			<p class="tools">
				<button type="button" aria-label="整改清单，Word 文件" onClick={() => run('docx')}>
					Word 文件
				</button>
				<button type="button" aria-label="整改清单，Excel 文件" onClick={() => run('xlsx')}>
					Excel 文件
				</button>
			</p>
			<p role="status">{said}</p>
			{failed && <NotRead what="没有做成" />}
		</>
	);
}
