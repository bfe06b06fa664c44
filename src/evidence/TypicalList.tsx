import { useEffect, useState } from 'preact/hooks';
import { url } from '../url.ts';
import { bare, type Known, present } from './match.ts';
import type { Paper, Register } from './papers.ts';
import { loadTypical, typicalIn } from './typical.ts';

interface Props {
	table: string;
	line: string;
	register: Register;
	papers: readonly Paper[];
	cite: (id: string) => void;
	create: (name: string) => void;
	remove: (id: string) => void;
}

const named = (register: Register, name: string): Known | undefined =>
	present(register).find(({ entry }) => bare(entry.name) === bare(name));

/** What the sources name for the line, to be ticked: each becomes a paper of that name, to be completed. */
export function TypicalList({ table, line, register, papers, cite, create, remove }: Props) {
	const [come, setCome] = useState(() => typicalIn(table));
	useEffect(() => {
		if (!come)
			loadTypical(table).then(
				() => setCome(typicalIn(table)),
				() => undefined,
			);
	}, [table]);
	const typical = come?.[line] ?? [];
	if (typical.length === 0) return null;
	return (
		<details class="typical">
			<summary class="small">文件和讲课笔记里提到的材料 {typical.length} 种，已经有的勾上</summary>
			{typical.map(({ name, place, href, quote }) => {
				const cited = papers.find((paper) => bare(paper.name) === bare(name));
				return (
					<div key={name}>
						<label class="opt">
							<input
								type="checkbox"
								checked={cited !== undefined}
								onChange={({ currentTarget: { checked } }) => {
									const known = named(register, name);
									if (!checked && cited) remove(cited.id);
									else if (checked && known) cite(known.id);
									else if (checked) create(name);
								}}
							/>
							<span>{name}</span>
						</label>
						<p class="small">
							“{quote}” <a href={url.fromRoot(href)}>{place}</a>
						</p>
					</div>
				);
			})}
			<p class="small">名称是本站按原文起的，勾上以后在材料里补文号和日期。讲课笔记不是规定，里面有的是常缺的材料。</p>
		</details>
	);
}
