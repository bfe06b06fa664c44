import { useState } from 'preact/hooks';

export interface Table {
	id: string;
	short: string;
	title: string;
	lines: number;
	digest: string;
}

interface Props {
	/** To choose from; none where the page is one table's. */
	tables?: readonly Table[];
	start: (name: string, table: string) => Promise<void>;
	/** What can be done instead where none can be begun. */
	instead?: string;
}

/** A name for a new check, and the table it follows. */
export function NewCheck({ tables, start, instead = '' }: Props) {
	const [table, setTable] = useState(tables?.[0]?.id ?? '');
	const [name, setName] = useState(`${new Date().getFullYear()} 年自查`);
	const [failed, setFailed] = useState(false);
	return (
		<form
			class="start"
			onSubmit={(event) => {
				event.preventDefault();
				setFailed(false);
				start(name, table).catch(() => setFailed(true));
			}}
		>
			<h2>开始一份新的自查</h2>
			{tables && (
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
			)}
			<label>
				给它一个名字
				<input type="text" value={name} maxLength={60} onInput={({ currentTarget }) => setName(currentTarget.value)} />
			</label>
			<button type="submit" class="primary">
				开始
			</button>
			{failed && <p role="alert">没有建成，浏览器不允许保存。{instead}</p>}
		</form>
	);
}
