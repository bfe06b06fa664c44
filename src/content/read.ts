import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZodType } from 'zod';
import { ContentError } from '../clauses/fault.ts';
import { readYaml } from '../yaml/read-yaml.ts';

export function readBytes(path: string, file: string): Buffer {
	try {
		return readFileSync(path);
	} catch {
		throw new ContentError([{ file, problem: 'this file cannot be read.', remedy: 'Put it there, or mend its name.' }]);
	}
}

/** A text file's words; throws ContentError when it is missing or not UTF-8. */
export function readText(path: string, file: string): string {
	const bytes = readBytes(path, file);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new ContentError([{ file, problem: 'this file is not UTF-8.', remedy: 'Save it again as UTF-8.' }]);
	}
}

/** A YAML file of the project as a value of the schema. */
export const readYamlFile = <T>(root: string, file: string, schema: ZodType<T>): T =>
	readYaml(readText(join(root, file), file), schema, file, 1);
