import type { Field, Group, Option } from './field.ts';
import { LabelledField, type Of, pageName } from './LabelledField.tsx';

/* A form drawn: complete and blank at build time, and the same in the browser. */

export const FieldGroup = ({ of, group: { legend, fields, ...rest } }: Of & { group: Group }) => (
	<fieldset {...rest}>
		{legend && <legend>{legend}</legend>}
		{fields.map((field) => (
			<FieldOf key={field.name} of={of} field={field} />
		))}
	</fieldset>
);

const Radio = ({ name, option: { value, label, beside } }: { name: string; option: Option }) => (
	<label class="opt">
		<input type="radio" name={name} value={value} />
		<span>{label}</span>
		{beside}
	</label>
);

export function FieldOf({ of, field }: Of & { field: Field }) {
	const name = pageName(of, field.name);
	switch (field.kind) {
		case 'choice': {
			const radios = field.options.map((option) => <Radio key={option.value} name={name} option={option} />);
			if (!field.row) return <>{radios}</>;
			return (
				<div class="part-row" role="radiogroup" aria-label={field.row.name}>
					<span>{field.row.label}</span>
					{field.row.beside}
					<span class="pair">{radios}</span>
				</div>
			);
		}
		case 'flag':
			return (
				<label class={field.class ? `opt ${field.class}` : 'opt'}>
					<input type="checkbox" name={name} />
					<span>{field.label}</span>
				</label>
			);
		case 'count':
			return (
				<label class="part-row">
					<span>{field.row.label}</span>
					{field.row.beside}
					<span class="pair">
						<input type="number" name={name} min="0" step="1" inputMode="numeric" /> {field.unit}
						<span class="fault" role="alert" data-slot="fault" />
					</span>
				</label>
			);
		case 'rows':
			return (
				<div class={field.class} data-slot={field.name}>
					<p class="field-name">{field.label}</p>
					<table class="blank">
						<thead>
							<tr>
								{field.columns.map((column) => (
									<th key={column.name} scope="col">
										{column.label}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							<tr>
								{field.columns.map((column) => (
									<td key={column.name} />
								))}
							</tr>
						</tbody>
					</table>
				</div>
			);
		default:
			return <LabelledField of={of} field={field} />;
	}
}
