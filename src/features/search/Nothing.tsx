import type { Link } from './address.ts';
import type { Question } from './question.ts';
import type { Entry } from './rank.ts';
import { shorterWords } from './shorter.ts';

interface NothingProps {
	question: Question;
	entries: readonly Entry[];
	link: Link;
}

/** Nothing was found: what might be. */
export function Nothing({ question, entries, link }: NothingProps) {
	const shorter = shorterWords(entries, question).filter(({ words }) => words !== question.whole);
	return (
		<>
			{shorter.length > 0 && (
				<p>
					少写几个字试试：
					{shorter.map(({ words, times }) => (
						<a key={words} class="try" {...link({ q: words, doc: '', kind: '' })}>
							{words}（{times} 处）
						</a>
					))}
				</p>
			)}
			<p class="small">也可以只写条号（第十八条、C7、附件3）或标准号（GB/T 24421），或者从下面的目录找。</p>
		</>
	);
}
