import type { Labelled } from './field.ts';

export interface Of {
	/** Whose fields they are: what the names of its fields begin with. */
	of: string;
}

/** The name that a field has on its page. */
export const pageName = (of: string, name: string) => `${of} ${name}`.trim();

/** One input under its label: the light part of the forms, where a page draws nothing else. */
export function LabelledField({ of, field }: Of & { field: Labelled }) {
	const name = pageName(of, field.name);
	switch (field.kind) {
		case 'text':
		case 'date':
			return (
				<label class={field.class}>
					{field.label}
					<input
						type={field.kind}
						name={name}
						maxLength={field.kind === 'text' ? field.most : undefined}
						max={field.kind === 'date' ? field.latest : undefined}
						list={field.kind === 'text' && field.suggest ? `${of}-often` : undefined}
					/>
					{field.kind === 'text' && field.suggest && (
						<datalist id={`${of}-often`}>
							{field.suggest.map((often) => (
								<option key={often} value={often} />
							))}
						</datalist>
					)}
				</label>
			);
		case 'long text':
			return (
				<label class={field.class}>
					{field.label}
					<textarea name={name} rows={field.lines} maxLength={field.most} />
				</label>
			);
	}
}
