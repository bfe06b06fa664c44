import { toChinese } from '../../clauses/numerals.ts';
import { url } from '../../url.ts';
import type { Gap } from './gaps.ts';
import { addressOf, type Source } from './passage.ts';
import { nameOf } from './Results.tsx';
import type { Entry } from './rank.ts';

interface GapNoteProps {
	gap: Gap;
	entries: readonly Entry[];
	sources: readonly Source[];
}

/** What was asked stands nowhere; what comes nearest. */
export function GapNote({ gap: { about, near }, entries, sources }: GapNoteProps) {
	const count = (folder: string) => toChinese(sources.filter(({ id }) => id.startsWith(folder)).length);
	const passages = entries.map(({ passage }) => passage);
	return (
		<div class="gap">
			<p>
				<b>
					{count('docs/')}份文件和{count('rubrics/')}张评分表都没有写：{about}。
				</b>
			</p>
			<p>
				相近的有：
				{near.map((address, i) => {
					const passage = passages.find((each) => addressOf(each) === address.replace('#', '/#'));
					const [source = '', id = ''] = address.split('#');
					return (
						<span key={address}>
							{i > 0 && '、'}
							<a href={url.home + addressOf({ source: `${source}/`, id })}>
								{passage ? nameOf(passage, sources) : nameOf({ source: `${source}/`, label: id }, sources)}
							</a>
						</span>
					);
				})}
			</p>
			<p class="small">这里没有收的文件、上级后来的通知也许写了，请向主管部门问清楚。</p>
		</div>
	);
}
