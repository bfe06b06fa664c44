import type { Labelled } from '../fields/field.ts';
import type { Fact } from '../schemas/fact.ts';

/** The one field of a fact, under what it is called here. */
export function factField({ kind, suggest }: Pick<Fact, 'kind' | 'suggest'>, label: string): Labelled {
	const name = 'said';
	switch (kind) {
		case 'text':
			return { kind, name, label, most: 120, suggest };
		case 'long text':
			return { kind, name, label, lines: 2 };
		case 'date':
			return { kind, name, label };
	}
}
