import { useId, useState } from 'preact/hooks';
import { type Known, matching } from './match.ts';
import { nameOfEntry, type Register } from './papers.ts';

interface Props {
	register: Register;
	cited: readonly string[];
	near: readonly string[];
	label: string;
	/** One of the register. */
	cite: (id: string) => void;
	/** One that is not in it yet. */
	create: (name: string) => void;
}

const about = ({ number, date, kept }: Known['entry']): string => [number, date, kept].filter(Boolean).join('，');

/** A few characters choose a paper of the register; what it does not have is added by its name. */
export function AddPaper({ register, cited, near, label, cite, create }: Props) {
	const id = useId();
	const [typed, setTyped] = useState('');
	const [open, setOpen] = useState(false);
	const [at, setAt] = useState(0);
	const name = typed.trim();
	const found = open ? matching(register, typed, { cited, near }) : [];
	const options = found.length + (name ? 1 : 0);
	const chosen = Math.min(at, options - 1);
	const take = (i: number) => {
		const known = found[i];
		if (known) cite(known.id);
		else if (name) create(name);
		else return;
		setTyped('');
		setAt(0);
	};
	const press = (event: KeyboardEvent) => {
		if (event.isComposing) return;
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			event.preventDefault();
			setOpen(true);
			setAt((chosen + (event.key === 'ArrowDown' ? 1 : -1) + options) % Math.max(options, 1));
		} else if (event.key === 'Enter') {
			event.preventDefault();
			if (open && (name || at > 0)) take(chosen);
		} else if (event.key === 'Escape') setOpen(false);
	};
	const shown = open && options > 0;
	return (
		<div class="add-paper">
			<label>
				给{label}添一份：写几个字，选已有的；没有的按名称新添
				<input
					type="text"
					role="combobox"
					aria-expanded={shown}
					aria-controls={`${id}-list`}
					aria-autocomplete="list"
					aria-activedescendant={shown ? `${id}-${chosen}` : undefined}
					autocomplete="off"
					maxLength={200}
					value={typed}
					onFocus={() => setOpen(true)}
					onBlur={() => setOpen(false)}
					onKeyDown={press}
					onInput={({ currentTarget: { value } }) => {
						setTyped(value);
						setAt(0);
						setOpen(true);
					}}
				/>
			</label>
			<div id={`${id}-list`} role="listbox" aria-label="材料库里的" hidden={!shown}>
				{[...found, ...(name ? [undefined] : [])].map((known, i) => (
					<div
						key={known?.id ?? ''}
						id={`${id}-${i}`}
						role="option"
						tabIndex={-1}
						aria-selected={i === chosen}
						// The field keeps the focus.
						onMouseDown={(event) => event.preventDefault()}
						onClick={() => take(i)}
						onKeyDown={press}
					>
						{known ? (
							<>
								{nameOfEntry(known.entry)} <span class="small">{about(known.entry)}</span>
							</>
						) : (
							<>新添“{name}”</>
						)}
					</div>
				))}
			</div>
		</div>
	);
}
