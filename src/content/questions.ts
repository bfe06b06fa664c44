import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault } from '../clauses/fault.ts';
import { type Topic, topic } from '../schemas/question.ts';
import { readYamlFile } from './read.ts';

const folder = 'content/questions';

export const topicFile = (id: string): string => `${folder}/${id}.yaml`;

/** The bank, topic by topic in their order. */
export function readQuestions(root: string): Topic[] {
	if (!existsSync(join(root, folder))) return [];
	return readdirSync(join(root, folder))
		.filter((name) => name.endsWith('.yaml'))
		.map((name) => {
			const id = basename(name, '.yaml');
			return { id, ...readYamlFile(root, topicFile(id), topic) };
		})
		.sort((a, b) => a.order - b.order);
}

/** Ids are said once in the whole bank. */
export function checkIds(topics: readonly Topic[]): Fault[] {
	const all = topics.flatMap(({ id, questions }) => questions.map((question) => ({ topic: id, id: question.id })));
	return all
		.filter(({ id }, i) => all.findIndex((other) => other.id === id) !== i)
		.map(({ topic: at, id }) => ({
			file: topicFile(at),
			problem: `the id ${id} is taken by another question.`,
			remedy: 'Give this one an id of its own.',
		}));
}
