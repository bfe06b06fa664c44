interface Props {
	name: string;
	change: (name: string) => void;
}

/** The name of a paper, whole however long it is: titles of official papers have forty characters and more. */
export const EntryName = ({ name, change }: Props) => (
	<label class="paper-name">
		名称
		<textarea
			rows={2}
			value={name}
			onInput={({ currentTarget: { value } }) => change(value.replaceAll(/\s*\n\s*/g, ''))}
		/>
	</label>
);
