import { useState } from 'preact/hooks';
import { url } from '../../url.ts';

export interface Table {
	id: string;
	short: string;
	title: string;
	lines: number;
}

interface Props {
	tables: readonly Table[];
	start: (table: string, name: string) => Promise<void>;
	memoryOnly: boolean;
}

/** A table and a name for a new check. */
export function StartCheck({ tables, start, memoryOnly }: Props) {
	const [table, setTable] = useState(tables[0]?.id ?? '');
	const [name, setName] = useState(`${new Date().getFullYear()} 年自查`);
	const [failed, setFailed] = useState(false);
	return (
		<section>
			<h2>开始一份新的自查</h2>
			<form
				class="start"
				onSubmit={(event) => {
					event.preventDefault();
					// A page of its own keeps what can only be kept in memory.
					if (memoryOnly) location.assign(url.checkTable(table));
					else start(table, name).catch(() => setFailed(true));
				}}
			>
				<fieldset>
					<legend>按哪张表</legend>
					{tables.map(({ id, title, lines }) => (
						<label class="opt" key={id}>
							<input type="radio" name="table" value={id} checked={id === table} onChange={() => setTable(id)} />
							<span>{title}</span>
							<span class="points">{lines} 项</span>
						</label>
					))}
				</fieldset>
				<label>
					给它一个名字
					<input
						type="text"
						value={name}
						maxLength={60}
						onInput={({ currentTarget }) => setName(currentTarget.value)}
					/>
				</label>
				<button type="submit" class="primary">
					开始
				</button>
				{failed && <p role="alert">没有建成，浏览器没有让写。</p>}
			</form>
		</section>
	);
}
