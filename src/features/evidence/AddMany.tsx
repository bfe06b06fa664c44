import { useMemo, useState } from 'preact/hooks';
import { goodChecks } from '../../checks/checks.ts';
import { paperOfFile } from '../../evidence/file-name.ts';
import { bare } from '../../evidence/match.ts';
import type { Register } from '../../evidence/papers.ts';
import { type PastedRow, papersIn, type Role, rolesOf, type Sheet, sheetOf } from '../../evidence/pasted.ts';
import { type Added, addEntries, citeMany, knownAs, type NewEntry, takeOut } from '../../evidence/register.ts';
import type { Entry } from '../../kept/kind.ts';
import type { EvidenceSession } from './evidence-session.ts';
import { PastedPreview } from './PastedPreview.tsx';

interface Props {
	session: EvidenceSession;
	register: Register;
	all: readonly Entry[];
	labels: { readonly [table: string]: { readonly [line: string]: string } };
}

interface Pasted {
	sheet: Sheet;
	columns: (Role | undefined)[];
}

/** Many papers at once: pasted from a sheet or a table, or the names of the files in a folder. */
export function AddMany({ session, register, all, labels }: Props) {
	const [pasted, setPasted] = useState<Pasted>();
	const [said, setSaid] = useState('');
	const [added, setAdded] = useState<Added[]>();
	/** The check whose lines the sheet names, if they are to cite what comes in. */
	const [citing, setCiting] = useState('');
	const take = (sheet: Sheet, columns = rolesOf(sheet)) => {
		setSaid(sheet.rows.length === 0 ? '里面没有文字的行。请在 Excel 或 Word 里选中那些行，复制了再粘贴。' : '');
		setPasted(sheet.rows.length === 0 ? undefined : { sheet, columns });
		setAdded(undefined);
	};
	const known = useMemo(() => knownAs(register), [register]);
	const rows = useMemo(() => (pasted ? papersIn(pasted.sheet, pasted.columns) : []), [pasted]);
	const fresh: NewEntry[] = once(rows).flatMap(({ paper: { line: _, ...paper } }) =>
		(paper.name || paper.number) && !known(paper) ? [paper] : [],
	);
	const checks = goodChecks(all).filter(({ pilot }) => pilot === session.pilot);
	const putIn = async () => {
		const put = await addEntries(session.records, session.pilot, fresh);
		await session.look();
		const check = checks.find(({ id }) => id === citing);
		if (check)
			await citeMany(session.records, check.id, citesOf(rows, labels[check.rubric] ?? {}, session.$entries.get()));
		setPasted(undefined);
		setAdded(put);
		setSaid(`添进了 ${put.length} 份。`);
	};
	return (
		<section id="many">
			<h2>一次添很多</h2>
			<label>
				从 Excel 表格或 Word 表格里选中、复制，粘贴在这里
				<textarea
					rows={3}
					onPaste={(event) => {
						const text = event.clipboardData?.getData('text/plain') ?? '';
						if (text.trim() === '')
							return setSaid('粘贴的里面没有文字，可能是图片。图片里的字读不出来，请复制表格本身。材料库没有动。');
						// Shown as a table below; thousands of rows in the field itself would take a browser seconds.
						event.preventDefault();
						take(sheetOf(text));
					}}
					onInput={({ currentTarget }) => {
						if (currentTarget.value.trim() !== '') take(sheetOf(currentTarget.value));
					}}
				/>
			</label>
			<label>
				或者选一个文件夹：只读文件的名字，不读内容
				<input
					type="file"
					multiple
					{...{ webkitdirectory: true }}
					onChange={({ currentTarget }) => {
						const names = Array.from(currentTarget.files ?? [], ({ name }) => name).filter(
							(name) => !/^(\.|~\$|(Thumbs\.db|desktop\.ini)$)/i.test(name),
						);
						currentTarget.value = '';
						const papers = names.map(paperOfFile);
						take(
							{
								heads: ['名称', '文号', '日期', '文件名'],
								rows: papers.map(({ name, number, date }, i) => [
									name,
									number,
									date,
									names[i] === name ? '' : `${names[i]}`,
								]),
							},
							['name', 'number', 'date', 'note'],
						);
					}}
				/>
			</label>
			{pasted && (
				<PastedPreview
					{...{ ...pasted, rows, known, checks, citing }}
					cite={setCiting}
					count={fresh.length}
					change={(columns) => setPasted({ ...pasted, columns })}
					put={() => void putIn().catch(() => setSaid('没有添进去，浏览器不允许保存。材料库没有动，粘贴的还在上面。'))}
					drop={() => setPasted(undefined)}
				/>
			)}
			<p role="status">
				{said}{' '}
				{added && (
					<button
						type="button"
						onClick={() =>
							void takeOut(session.records, session.pilot, added)
								.then(() => session.look())
								.then(() => {
									setAdded(undefined);
									setSaid('撤销了；之后又改过的留着。');
								})
								.catch(() => setSaid('没有撤销成，浏览器不允许保存。'))
						}
					>
						撤销
					</button>
				)}
			</p>
		</section>
	);
}

/** A sheet may name one paper for several lines. */
function once(rows: readonly PastedRow[]): PastedRow[] {
	const seen = new Set<string>();
	return rows.filter(({ paper }) => {
		const key = `${bare(paper.name)} ${bare(paper.number)}`;
		const first = !seen.has(key);
		seen.add(key);
		return first;
	});
}

/** Which entries the lines cite that a sheet names: 第12项, C7第2项, with more words after it or not. */
function citesOf(
	rows: readonly PastedRow[],
	labels: { readonly [line: string]: string },
	register: Register,
): Map<string, string[]> {
	const known = knownAs(register);
	const lineOf = new Map(Object.entries(labels).map(([id, label]) => [label, id]));
	const cites = new Map<string, string[]>();
	for (const { paper } of rows) {
		const line = lineOf.get(paper.line.split(/\s/)[0] ?? '');
		const id = known(paper)?.id;
		if (line && id) cites.set(line, [...(cites.get(line) ?? []), id]);
	}
	return cites;
}
