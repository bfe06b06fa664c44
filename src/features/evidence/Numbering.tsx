import { useState } from 'preact/hooks';
import { ChooseCheck } from '../../checks/ChooseCheck.tsx';
import { goodChecks } from '../../checks/checks.ts';
import { linesOf } from '../../checks/saved.ts';
import { papersOf, type Register } from '../../evidence/papers.ts';
import { codesFor, giveCodes } from '../../evidence/register.ts';
import { type Entry, goodOf } from '../../kept/kind.ts';
import type { EvidenceSession } from './evidence-session.ts';

interface Props {
	session: EvidenceSession;
	register: Register;
	all: readonly Entry[];
	labels: { readonly [table: string]: { readonly [line: string]: string } };
}

/** Numbers for the boxes: in the order of a table, and the same until someone asks again. */
export function Numbering({ session, register, all, labels }: Props) {
	const checks = goodChecks(all).filter(({ pilot }) => pilot === session.pilot);
	const [chosen, setChosen] = useState(checks[0]?.id ?? '');
	const [said, setSaid] = useState('');
	const check = checks.find(({ id }) => id === chosen) ?? checks[0];
	if (!check) return null;
	const given = Object.values(register).filter((entry) => entry?.code).length;
	const number = async () => {
		const lines = goodOf(linesOf(all, check.id));
		const codes = codesFor(Object.keys(labels[check.rubric] ?? {}), (line) =>
			papersOf(lines[line]?.papers ?? [], register).filter(({ gone }) => !gone),
		);
		await giveCodes(session.records, session.pilot, codes);
		await session.look();
		setSaid(`编了 ${codes.size} 个号。没有用到的材料不编；再添材料，号不会自己变。`);
	};
	return (
		<section>
			<h2>材料编号</h2>
			<p class="small">
				按评分表的次序编：C1-1-01 是 C1 第 1 项的第 1 份。编号是本站的编法，写在目录和档案盒上用；要改，在材料里改。
			</p>
			<div class="tools">
				<ChooseCheck label="按哪份自查" checks={checks} chosen={check.id} choose={setChosen} />
				<button type="button" onClick={() => void number().catch(() => setSaid('没有编成，浏览器不允许保存。'))}>
					{given > 0 ? '重新编号' : '编号'}
				</button>
			</div>
			<p role="status">{said}</p>
		</section>
	);
}
