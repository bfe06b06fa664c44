import type { Change } from '../../drafting/compare.ts';

interface Props {
	changes: readonly Change[];
	take: (change: Change) => void;
	keep: (change: Change) => void;
	keepAll: () => void;
}

const wordsOf = ({ now, stands }: Change) =>
	now === undefined ? '去掉这一段' : stands === undefined ? '添上' : '用新的';

/** What a new draft would say beside what stands, paragraph by paragraph, to take or leave. */
export function Changes({ changes, take, keep, keepAll }: Props) {
	if (changes.length === 0)
		return (
			<p class="small" role="status">
				照现在的自查起草，和这里写的没有不同。
			</p>
		);
	return (
		<div class="changes">
			<p role="status">
				<b>照现在的自查起草，有 {changes.length} 处和这里写的不一样</b>
			</p>
			{changes.map((change, i) => (
				<div key={`${change.at} ${change.was} ${change.now}`} class="change">
					{change.stands !== undefined && <p class="small">现在写着：“{change.stands}”</p>}
					<p class="small">{change.now === undefined ? '新的草稿里没有这一段了。' : `新的草稿：“${change.now}”`}</p>
					<p class="tools">
						<button type="button" aria-label={`第 ${i + 1} 处，${wordsOf(change)}`} onClick={() => take(change)}>
							{wordsOf(change)}
						</button>
						<button type="button" aria-label={`第 ${i + 1} 处，留着现在的`} onClick={() => keep(change)}>
							留着现在的
						</button>
					</p>
				</div>
			))}
			{changes.length > 1 && (
				<p class="tools">
					<button type="button" onClick={keepAll}>
						都留着现在的
					</button>
				</p>
			)}
		</div>
	);
}
