import { useMemo, useRef, useState } from 'preact/hooks';
import { download } from '../../ui/download.ts';
import { printOnly } from '../../ui/print-only.ts';
import { today } from '../../ui/today.ts';
import type { Bank, BankQuestion } from './bank.ts';
import { bankSheet } from './bank-sheet.ts';
import { drawMock, highest, mockSize, paperNumber } from './draw.ts';
import { asGift } from './gift.ts';
import { PrintedTest } from './PrintedTest.tsx';
import { asText } from './paper-text.ts';

const file = (what: string, ending: string) => ({ unit: '', table: '题库', check: '', what, day: today(), ending });

/** For those who teach: a paper to print, the bank for other systems. */
export function Trainer({ bank }: { bank: Bank }) {
	const [typed, setTyped] = useState('1');
	const number = paperNumber(typed);
	const [scope, setScope] = useState('all');
	const [shown, setShown] = useState(false);
	const [said, setSaid] = useState('');
	const paper = useRef<HTMLDivElement>(null);
	const questions = useMemo<readonly BankQuestion[]>(() => {
		const [kind, value] = scope.split(':');
		if (kind === 'mock') return drawMock(bank.questions, number);
		return bank.questions.filter((question) => kind === 'all' || question[kind as 'document' | 'topic'] === value);
	}, [scope, number]);
	const text = (content: string) => new Blob([content], { type: 'text/plain' });
	const save = (name: string, parts: ReturnType<typeof file>, content: Blob) =>
		setSaid(download(parts, content) ? `${name}做好了，在浏览器的下载里。` : '');
	const excel = async () => {
		setSaid('正在做 Excel 文件……');
		const { writeData } = await import('../../paperwork/xlsx.ts');
		save('Excel 文件', file('题目', 'xlsx'), await writeData(bankSheet(questions, bank)));
	};
	return (
		<section>
			<h3>印一张卷子</h3>
			<p>同一个卷号抽出同样的 {mockSize} 题。卷子、答题纸和答案各自起页。</p>
			<p>
				<label>
					卷号（1 到 {highest}）
					<input
						type="number"
						min="1"
						max={highest}
						value={typed}
						onInput={({ currentTarget }) => setTyped(currentTarget.value)}
					/>
				</label>
			</p>
			<p class="tools">
				<button type="button" onClick={() => setShown(!shown)}>
					{shown ? '收起卷子' : '看卷子'}
				</button>
				{shown && (
					<button type="button" class="primary" onClick={() => paper.current && printOnly(paper.current)}>
						打印卷子、答题纸和答案
					</button>
				)}
			</p>
			{shown && (
				<div ref={paper}>
					<PrintedTest number={number} questions={drawMock(bank.questions, number)} names={bank.names} />
				</div>
			)}
			<h3>导出题目</h3>
			<label>
				哪些题
				<select value={scope} onChange={({ currentTarget }) => setScope(currentTarget.value)}>
					<option value="all">全部</option>
					<option value="mock">第 {number} 号卷子</option>
					{bank.documents.map(({ id, short }) => (
						<option key={id} value={`document:${id}`}>
							{short}
						</option>
					))}
					{bank.topics.map(({ id, title }) => (
						<option key={id} value={`topic:${id}`}>
							{title}
						</option>
					))}
				</select>
			</label>
			<p class="small">选了 {questions.length} 题。</p>
			<p class="tools">
				<button
					type="button"
					// Old systems of this country read UTF-8 when a byte order mark says so.
					onClick={() => save('文本文件', file('题目', 'txt'), text(`\ufeff${asText(questions)}`))}
				>
					通用文本
				</button>
				<button
					type="button"
					onClick={() => void excel().catch(() => setSaid('没有做成，可能是网络断了，请再试一次。'))}
				>
					Excel 文件
				</button>
				<button type="button" onClick={() => save('GIFT 文件', file('题目 GIFT', 'txt'), text(asGift(questions)))}>
					Moodle GIFT
				</button>
			</p>
			<p role="status">{said}</p>
			<p class="tools">
				<a href="#home">回到开头</a>
			</p>
		</section>
	);
}
