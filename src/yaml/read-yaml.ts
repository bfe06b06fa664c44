import { LineCounter, parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import { ContentError } from '../clauses/fault.ts';

/** YAML as a value of the schema; `firstLine` is the line of the file on which it starts. */
export function readYaml<T>(text: string, schema: ZodType<T>, file: string, firstLine: number): T {
	const counter = new LineCounter();
	const yaml = parseDocument(text, { lineCounter: counter });
	const lineAt = (offset: number) => firstLine - 1 + counter.linePos(offset).line;
	if (yaml.errors.length > 0)
		throw new ContentError(
			yaml.errors.map(({ message, pos }) => ({
				file,
				line: lineAt(pos[0]),
				problem: `not valid YAML: ${message.split('\n')[0]}`,
				remedy: 'Mend the line; quote values that hold “: ” or start with a sign.',
			})),
		);
	const result = schema.safeParse(yaml.toJS());
	if (result.success) return result.data;
	throw new ContentError(
		result.error.issues.map((issue) => {
			const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
			const path = unknown ? [...issue.path, unknown] : issue.path;
			return {
				file,
				line: lineAt(offsetOf(yaml, path)),
				problem: unknown ? `the key “${unknown}” is unknown.` : `“${path.join('.')}”: ${issue.message}.`,
				remedy: unknown
					? 'Mend its spelling or remove it.'
					: 'Mend the value; the schema in src/schemas/ says what is allowed.',
			};
		}),
	);
}

/** Where the value at a path starts, or the nearest thing around it that exists. */
function offsetOf(yaml: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
	for (let length = path.length; length > 0; length -= 1) {
		const node = yaml.getIn(path.slice(0, length), true);
		if (typeof node === 'object' && node && 'range' in node && Array.isArray(node.range)) return node.range[0];
	}
	return 0;
}
